import Testing
import Vocabulary

@Suite struct Base64URLTests {
    /// RFC 4648 §10, without padding, and the two letters in which §5 differs.
    @Test func knownAnswers() {
        let cases = [
            "": "", "f": "Zg", "fo": "Zm8", "foo": "Zm9v", "foob": "Zm9vYg", "fooba": "Zm9vYmE", "foobar": "Zm9vYmFy",
        ]
        for (plain, coded) in cases {
            #expect(Base64URL.text(plain.utf8) == coded)
            #expect(Base64URL.decode(coded.utf8) == Array(plain.utf8), "\(coded)")
        }
        #expect(Base64URL.encode([0xFB, 0xFF]) == Array("-_8".utf8))
    }

    @Test func everyLengthComesBack() {
        for length in 0...200 {
            let bytes = (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ length) }
            #expect(Base64URL.decode(Base64URL.encode(bytes)) == bytes, "length \(length)")
        }
    }

    @Test func refusesOtherTexts() {
        for text in ["A", "AAAAA", "Zg==", "Zh", "Zm9", "Z g", "Zg\n", "+/8", "é"] {
            #expect(Base64URL.decode(text.utf8) == nil, "\(text)")
        }
    }
}
