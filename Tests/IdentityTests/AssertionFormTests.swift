import Foundation
import Testing
import Vocabulary

@testable import Identity

/// Attacks by way of the text: parts, base64url, JSON.
@Suite struct AssertionFormTests {
    @Test func wrongNumberOfPartsIsRefused() throws {
        let token = try Forge.token()
        let parts = token.split(separator: ".")
        let wrong = [
            "", ".", "..", "...", token + ".", "." + token, token + "." + parts[2], "\(parts[0]).\(parts[1])",
            "\(parts[0])..\(parts[2])", ".\(parts[1]).\(parts[2])", "\(parts[0]).\(parts[1])..\(parts[2])",
        ]
        for text in wrong { #expect(Forge.refusal(text) != nil, "\(text.count)") }
        #expect(Forge.refusal(token + "." + parts[2]) == .malformedToken)
        #expect(Forge.refusal(token + "....") == .malformedToken)
    }

    @Test func paddingSpaceAndTrailingDataAreRefused() throws {
        let token = try Forge.token()
        let parts = token.split(separator: ".").map(String.init)
        for extra in ["=", "==", " ", "\n", "\r\n", "\t", "\0", "+", "/", "é", "\u{FEFF}", ",", "%3D"] {
            for index in 0..<3 {
                for text in [parts[index] + extra, extra + parts[index]] {
                    var changed = parts
                    changed[index] = text
                    let isRefused = Forge.refusal(changed.joined(separator: ".")) == .malformedToken
                    #expect(isRefused, "part \(index) with \(extra.debugDescription)")
                }
            }
        }
        for suffix in ["A", "AA", "AAA", "AAAA"] { #expect(Forge.refusal(token + suffix) != nil, "\(suffix)") }
    }

    @Test func leftoverBitsInBase64AreRefused() throws {
        let token = try Forge.token()
        // 64 bytes leave four zero bits in the last character, so exactly one spelling is right.
        let last = try #require(token.last)
        let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        for character in alphabet where character != last {
            #expect(Forge.refusal(String(token.dropLast()) + String(character)) != nil, "\(character)")
        }
    }

    @Test func aMegabyteIsRefusedUnread() throws {
        #expect(Forge.refusal(String(repeating: "A", count: 1 << 20)) == .malformedToken)
        #expect(Forge.refusal(String(repeating: ".", count: 1 << 20)) == .malformedToken)
        let padded = Forge.claims(["x": "\"\(String(repeating: "a", count: 1 << 20))\""])
        #expect(Forge.refusal(try Forge.token(claims: padded)) == .malformedToken)
    }

    @Test func theLongestTokenIsExact() throws {
        var accepted = 0
        for filler in 2500...2800 {
            let token = try Forge.token(claims: Forge.claims(["x": "\"\(String(repeating: "a", count: filler))\""]))
            let isShort = token.utf8.count <= UnverifiedAssertion.maximumLength
            #expect((Forge.refusal(token) == nil) == isShort, "\(token.utf8.count)")
            accepted += isShort ? 1 : 0
        }
        #expect((1..<300).contains(accepted))
    }

    @Test func deepNestingIsRefusedWithoutRecursion() throws {
        for opening in ["[", "{\"a\":", "[{\"a\":"] {
            let deep = String(repeating: opening, count: 300)
            #expect(Forge.refusal(try Forge.token(header: deep)) == .malformedObject)
            #expect(Forge.refusal(try Forge.token(claims: "{\"x\":" + deep)) == .malformedObject)
            #expect(throws: IdentityError.malformedObject) {
                try FlatObject(Array(String(repeating: deep, count: 2000).utf8))
            }
        }
    }

    @Test func invalidUTF8AndTextBeyondASCIIAreRefused() throws {
        let sequences: [[UInt8]] = [
            [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xC3, 0xA9], [0xE2, 0x84, 0xAA], [0], [0x7F], [9],
        ]
        for bytes in sequences {
            let claims = Array(Forge.claims().dropLast().utf8) + Array(#","x":""#.utf8) + bytes + Array("\"}".utf8)
            #expect(throws: IdentityError.malformedObject, "\(bytes)") { try FlatObject(claims) }
            let name = Array(#"{""#.utf8) + bytes + Array(#"":1}"#.utf8)
            #expect(throws: IdentityError.malformedObject, "\(bytes)") { try FlatObject(name) }
        }
    }

    @Test func jsonThatIsNotOneFlatObjectIsRefused() throws {
        let texts = [
            "", " ", "null", "[]", "\"a\"", "1", "{", "}", "{}{}", "{} x", "{},", "{,}", #"{"a"}"#, #"{"a":}"#,
            #"{"a":1,}"#,
            #"{a:1}"#, #"{'a':1}"#, #"{"a":1 "b":2}"#, #"{"a":01}"#, #"{"a":-}"#, #"{"a":+1}"#, #"{"a":1.0}"#,
            #"{"a":1e3}"#,
            #"{"a":.5}"#, #"{"a":0x1}"#, #"{"a":NaN}"#, #"{"a":null}"#, #"{"a":tru}"#, #"{"a":truee}"#, #"{"a":{}}"#,
            #"{"a":[1]}"#, #"{"a":[[]]}"#, #"{"a":["b",]}"#, #"{"a":["b"}"#, #"{"a":"b}"#, #"{"a":"\x"}"#,
            #"{"a":"\u12"}"#,
            #"{"a":"\u00e9"}"#, #"{"a":"\ud83d\ude00"}"#, #"{"a":"\n"}"#, #"{"a":"\u0000"}"#, #"{"a":"\u+061"}"#,
            #"{"a":1000000000000000}"#, #"{"a":9223372036854775808}"#, "\u{FEFF}{}", "{}\0", "{\u{A0}}", "// c\n{}",
            #"{"a":1,"a":1}"#, #"{"a":[],"\u0061":[]}"#,
        ]
        for text in texts {
            #expect(throws: IdentityError.malformedObject, "\(text)") { try FlatObject(Array(text.utf8)) }
        }
    }

    @Test func flatObjectsAreReadExactly() throws {
        let text = #" {"a\/\"\\\u0041":"x" , "n":-12,"z":0,"t":true,"f":false,"l":["p","q"],"e":[] } "#
        let object = try FlatObject(Array(text.utf8))
        let expected: [String: FlatObject.Value] = [
            #"a/"\A"#: .string("x"), "n": .integer(-12), "z": .integer(0), "t": .boolean(true), "f": .boolean(false),
            "l": .strings(["p", "q"]), "e": .strings([]),
        ]
        #expect(object.members == expected)
        #expect(try FlatObject(Array("{}".utf8)).members.isEmpty)
    }

    @Test func membersAndArraysAreCounted() throws {
        func object(_ count: Int) -> [UInt8] {
            Array(("{" + (0..<count).map { "\"m\($0)\":1" }.joined(separator: ",") + "}").utf8)
        }
        #expect(try FlatObject(object(32)).members.count == 32)
        #expect(throws: IdentityError.malformedObject) { try FlatObject(object(33)) }
        let array = (0..<33).map { _ in "\"a\"" }.joined(separator: ",")
        #expect(throws: IdentityError.malformedObject) { try FlatObject(Array("{\"a\":[\(array)]}".utf8)) }
    }

    @Test func base64URLGoesThereAndBackForEveryLength() {
        for count in 0..<100 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ count &* 89) }
            let text = Base64URL.text(bytes)
            let reference = Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
            #expect(text == reference.filter { $0 != "=" }, "\(count)")
            #expect(Base64URL.decode(text.utf8) == bytes, "\(count)")
        }
        for text in ["A", "AAAAA", "AB", "AAB", "A=", "AA==", "A A", "AA\n", "+A", "/A"] {
            #expect(Base64URL.decode(text.utf8) == nil, "\(text)")
        }
    }
}
