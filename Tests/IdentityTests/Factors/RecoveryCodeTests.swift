import Testing
import Vocabulary

@testable import Identity

/// Recovery codes: what is drawn, what is read, what is stored.
@Suite struct RecoveryCodeTests {
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
            let digest = RecoveryCode.Digest(of: code)
            let text = code.exposedText()
            let plain = text.replacing("-", with: "")
            let spaced = plain.map(String.init).joined(separator: " ")
            for typed in [
                text, plain, text.lowercased(), "  " + spaced + " ",
                text.replacing("0", with: "O").replacing("1", with: "l"),
                text.replacing("0", with: "o").replacing("1", with: "I"),
                text.replacing("1", with: "i").replacing("1", with: "L"),
            ] {
                #expect(digest.matches(try RecoveryCode(typed: typed)), "\(typed)")
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

    @Test func everyBitOfACodeAndOfItsDigestCounts() throws {
        let code = RecoveryCode()
        let digest = RecoveryCode.Digest(of: code)
        for index in 0..<48 * 8 {
            var bytes = digest.bytes
            bytes[index / 8] ^= 1 << UInt8(index % 8)
            #expect(!(try #require(RecoveryCode.Digest(bytes: bytes)).matches(code)))
        }
        let units = try #require(Base32.crockford.decode(code.exposedText().utf8.filter { $0 != UInt8(ascii: "-") }))
        for index in 0..<80 {
            var changed = units
            changed[index / 8] ^= 1 << UInt8(index % 8)
            let text = String(decoding: Base32.crockford.encode(changed), as: UTF8.self)
            #expect(!digest.matches(try RecoveryCode(typed: text)))
        }
    }

    @Test func aCodeIsFoundInItsPlaceAndNoOther() throws {
        let codes = RecoveryCode.draw()
        let digests = codes.map(RecoveryCode.Digest.init)
        for (index, code) in codes.enumerated() { #expect(code.place(in: digests) == index) }
        #expect(RecoveryCode().place(in: digests) == nil && codes[0].place(in: []) == nil)
        #expect(Set(codes.map { _ in RecoveryCode.Digest(of: codes[0]) }).count == 10, "each has its own salt")
        #expect(RecoveryCode.Digest(bytes: digests[0].bytes) == digests[0])
        for count in [0, 47, 49] { #expect(RecoveryCode.Digest(bytes: [UInt8](repeating: 0, count: count)) == nil) }
    }

    @Test func aCodeDoesNotPrint() {
        let code = RecoveryCode()
        var dumped = "\(code) \(String(reflecting: code))"
        dump(code, to: &dumped)
        #expect(!code.exposedText().split(separator: "-").contains { dumped.contains($0) })
    }
}
