import Crypto
import Testing
import Vocabulary

@testable import Identity

/// Recovery codes: what is drawn, what is read, what is stored.
@Suite struct RecoveryCodeTests {
    private let key = SymmetricKey(size: .bits256)

    @Test func tenCodesOfEightyBits() {
        let codes = RecoveryCode.draw()
        #expect(codes.count == 10 && Set(codes.map { $0.exposedText() }).count == 10)
        for code in codes {
            let groups = code.exposedText().split(separator: "-")
            #expect(groups.count == 4 && groups.allSatisfy { $0.count == 4 })
            #expect(groups.joined().allSatisfy { "0123456789ABCDEFGHJKMNPQRSTVWXYZ".contains($0) })
        }
        #expect(Set((0..<10_000).map { _ in RecoveryCode().exposedText() }).count == 10_000)
    }

    @Test func howItIsTypedDoesNotMatter() throws {
        for _ in 0..<200 {
            let code = RecoveryCode()
            let tag = code.tag(under: key)
            let text = code.exposedText()
            let plain = text.replacing("-", with: "")
            let spaced = plain.map(String.init).joined(separator: " ")
            for typed in [
                text, plain, text.lowercased(), "  " + spaced + " ",
                text.replacing("0", with: "O").replacing("1", with: "l"),
                text.replacing("0", with: "o").replacing("1", with: "I"),
                text.replacing("1", with: "i").replacing("1", with: "L"),
            ] {
                #expect(try RecoveryCode(typed: typed).tag(under: key) == tag, "\(typed)")
            }
        }
    }

    @Test func otherTextIsNoCode() {
        let text = RecoveryCode().exposedText()
        for typed in [
            "", text + "0", text + "00", String(text.dropLast()), String(text.dropLast(2)), "U" + text.dropFirst(),
            "!" + text.dropFirst(), text + "\n",
            "é" + text.dropFirst(),
            text.replacing("-", with: "_"), String(repeating: "-", count: 65) + text,
            String(repeating: "0", count: 1 << 20),
        ] {
            #expect(throws: IdentityError.code, "\(typed.prefix(40))") { try RecoveryCode(typed: typed) }
        }
    }

    @Test func everyBitOfACodeAndOfTheKeyCounts() throws {
        let code = RecoveryCode()
        let tag = code.tag(under: key)
        let other = SymmetricKey(size: .bits256)
        #expect(tag.count == 32 && code.tag(under: other) != tag)
        let units = try #require(Base32.crockford.decode(code.exposedText().utf8.filter { $0 != UInt8(ascii: "-") }))
        for index in 0..<80 {
            var changed = units
            changed[index / 8] ^= 1 << UInt8(index % 8)
            let text = String(decoding: Base32.crockford.encode(changed), as: UTF8.self)
            #expect(try RecoveryCode(typed: text).tag(under: key) != tag)
        }
    }

    @Test func aCodeDoesNotPrint() {
        let code = RecoveryCode()
        var dumped = "\(code) \(String(reflecting: code))"
        dump(code, to: &dumped)
        #expect(!code.exposedText().split(separator: "-").contains { dumped.contains($0) })
    }
}
