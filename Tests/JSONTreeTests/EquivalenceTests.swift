import Testing

@testable import JSONTree

@Suite("Same meaning, and changes in place")
struct EquivalenceTests {
    private func read(_ text: String) throws -> JSONValue { try JSONValue(parsing: text.utf8) }

    @Test("Numbers are compared exactly, however written")
    func numbers() throws {
        let same = [
            ("1", "1.0"), ("1", "10e-1"), ("0", "-0"), ("0", "0e99"), ("0.00", "-0E-5"), ("100", "1e2"),
            ("1E2", "1e+2"),
            ("-1.50", "-15e-1"), ("12345678901234567890.10", "12345678901234567890.1"),
        ]
        let different = [
            ("1", "-1"), ("1", "1.0000000000000000000000001"), ("1e2", "1e3"), ("9007199254740993", "9007199254740992"),
            ("0", "1e-400"), ("1", "\"1\""), ("1", "true"), ("0", "null"),
        ]
        for (a, b) in same { #expect(try read(a).isEquivalent(to: read(b)), "\(a) \(b)") }
        for (a, b) in different { #expect(try !read(a).isEquivalent(to: read(b)), "\(a) \(b)") }
    }

    @Test("Members may stand in any order, values of a list may not")
    func containers() throws {
        let one = try read(#"{"a":[1,{"b":2.0,"c":null}],"d":"x"}"#)
        #expect(try one.isEquivalent(to: read(#"{"d":"x","a":[1.0,{"c":null,"b":2}]}"#)))
        for text in [
            #"{"d":"x","a":[{"c":null,"b":2},1]}"#, #"{"d":"x","a":[1,{"c":null}]}"#, #"{"d":"x"}"#,
            #"{"d":"x","a":[1,{"c":null,"b":2}],"e":1}"#, #"{"d":"x","e":[1,{"c":null,"b":2}]}"#, "[]",
        ] {
            #expect(try !one.isEquivalent(to: read(text)), "\(text)")
        }
        #expect(try !read("\"\u{e9}\"").isEquivalent(to: read("\"e\u{301}\"")))
    }

    @Test("Members are found, changed and taken out where they stand")
    func places() throws {
        guard case .object(var object) = try read(#"{"a":1,"b":[1],"c":3}"#) else { return }
        #expect(object.place(of: "b") == 1 && object.place(of: "d") == nil)
        let count = object.update(at: 1) { value -> Int in
            value = .array((value.array ?? []) + [2])
            return value.array?.count ?? 0
        }
        #expect(count == 2)
        #expect(object.remove(at: 0) == 1)
        #expect(JSONValue.object(object) == (try read(#"{"b":[1,2],"c":3}"#)))
    }
}
