import Testing
import Vocabulary

@testable import Identity

/// Base32 (RFC 4648 §6, §10) and Crockford's.
@Suite struct Base32Tests {
    @Test(arguments: [
        ("", ""), ("f", "MY======"), ("fo", "MZXQ===="), ("foo", "MZXW6==="), ("foob", "MZXW6YQ="),
        ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI======"),
    ])
    func theVectorsOfTheStandard(plain: String, encoded: String) {
        let text = Array(encoded.utf8.filter { $0 != UInt8(ascii: "=") })
        #expect(Base32.standard.encode(plain.utf8) == text)
        #expect(Base32.standard.decode(text) == Array(plain.utf8))
    }

    @Test func whatIsWrittenIsRead() {
        var dice = SplitMix(state: 1)
        for count in 0..<200 {
            let bytes = (0..<count % 40).map { _ in UInt8.random(in: 0...255, using: &dice) }
            for base in [Base32.standard, .crockford] { #expect(base.decode(base.encode(bytes)) == bytes) }
        }
    }

    @Test func otherTextIsRefused() {
        for text in ["M", "MZX", "MZXW6Y", "MZ", "MY======", "my", "M1", "MY ", "M0", "M8", "MÉ"] {
            #expect(Base32.standard.decode(text.utf8) == nil, "\(text)")
        }
        for text in ["0I", "0L", "0O", "0U", "00-", "04 "] {
            #expect(Base32.crockford.decode(text.utf8) == nil, "\(text)")
        }
    }

    /// Of all texts of two characters, exactly those of one byte are read.
    @Test func oneTextForEachValue() {
        let all = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)
        var read = Set<[UInt8]>()
        var count = 0
        for first in all {
            for second in all {
                guard let bytes = Base32.standard.decode([first, second]) else { continue }
                count += 1
                read.insert(bytes)
            }
        }
        #expect(count == 256 && read.count == 256)
    }
}
