import JSONTree
import Testing

@Suite struct EqualityTests {
    @Test func canonicalEquivalentsDiffer() {
        // Same length in bytes too: two marks of different classes in either order.
        for (a, b) in [("\u{E9}", "e\u{301}"), ("\u{212B}", "\u{C5}"), ("a\u{323}\u{307}", "a\u{307}\u{323}")] {
            #expect(a == b)
            #expect(JSONValue.string(a) != .string(b))
            #expect(JSONValue.array([.string(a)]) != .array([.string(b)]))
            let (one, other) = (JSONObject([.init(key: a, value: 1)]), JSONObject([.init(key: b, value: 1)]))
            #expect(one != other)
            #expect(JSONObject.Member(key: a, value: 1) != JSONObject.Member(key: b, value: 1))
            #expect(Set([JSONValue.string(a), .string(b), .string(a)]).count == 2)
            #expect(JSONValue.string(a).hashValue != JSONValue.string(b).hashValue)
        }
    }

    @Test func kindsAndSpellingsDiffer() throws {
        let texts = [
            "null", "false", "true", "0", "1", "1.0", "1.00", "1e0", "\"\"", "\"1\"", "[]", "{}", "[0]", "[[]]",
        ]
        let values = try texts.map { try Samples.parse($0) }
        for (place, value) in values.enumerated() {
            #expect(values.firstIndex(of: value) == place)
            #expect(value == (try JSONValue(parsing: value.bytes)))
        }
        #expect(Set(values).count == values.count)
    }

    @Test func orderOfMembersMatters() throws {
        #expect(try Samples.parse(#"{"a":1,"b":2}"#) != Samples.parse(#"{"b":2,"a":1}"#))
        #expect(try Samples.parse(#"{"a":1,"b":2}"#) == Samples.parse(#"{ "\u0061":1, "b" : 2 }"#))
    }

    @Test func errorsCompareByCode() throws {
        let (one, other) = (Samples.refusal("[1,]"), Samples.refusal("]"))
        #expect(one == other)
        #expect(one?.offset != other?.offset)
        #expect(one != Samples.refusal(""))
    }
}
