import Crypto
import Testing
import Vocabulary

@testable import ClientKeys
@testable import Identity

/// Attacks by way of the signature.
@Suite struct AssertionSignatureTests {
    /// The order of P-256 (SEC 2 §2.4.2).
    private let order: [UInt8] = [
        0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xBC, 0xE6, 0xFA, 0xAD,
        0xA7,
        0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63, 0x25, 0x51,
    ]

    private func parts(_ token: String) throws -> (input: String, signature: [UInt8]) {
        let dot = try #require(token.lastIndex(of: "."))
        return (String(token[..<dot]), try #require(Base64URL.decode(token[token.index(after: dot)...].utf8)))
    }

    @Test func halvesThatAreZeroOrBeyondTheOrderAreRefused() throws {
        let (input, signature) = try parts(try Forge.token())
        let zero = [UInt8](repeating: 0, count: 32)
        let one: [UInt8] = zero.dropLast() + [1]
        let most = [UInt8](repeating: 0xFF, count: 32)
        let next: [UInt8] = order.dropLast() + [0x52]
        let (r, s) = (Array(signature[..<32]), Array(signature[32...]))
        var forged: [[UInt8]] = [zero + order, order + zero]
        for half in [zero, one, order, next, most] { forged += [half + s, r + half, half + half] }
        for bytes in forged {
            #expect(Forge.refusal(input + "." + Base64URL.text(bytes)) == .signature, "\(bytes)")
        }
    }

    @Test func derInPlaceOfTheTwoNumbersIsRefused() throws {
        let (input, signature) = try parts(try Forge.token())
        let der = try P256.Signing.ECDSASignature(rawRepresentation: signature).derRepresentation
        #expect(Forge.refusal(input + "." + Base64URL.text(der)) == .signature)
        #expect(Forge.refusal(input + "." + Base64URL.text(der.prefix(64))) == .signature)
    }

    @Test func otherLengthsAreRefused() throws {
        let (input, signature) = try parts(try Forge.token())
        let widened: [UInt8] = [0] + signature[..<32] + [0] + signature[32...]
        let shifted: [UInt8] = [0] + signature
        let wrong: [[UInt8]] = [
            [], [0], signature.dropLast(), signature + [0], shifted, signature + signature, widened,
        ]
        for bytes in wrong {
            #expect(Forge.refusal(input + "." + Base64URL.text(bytes)) == .signature, "\(bytes.count)")
        }
    }

    @Test func theKeyOfAnotherAndNoKeyAreRefused() throws {
        let token = try Forge.token()
        #expect(Forge.refusal(token, by: KeyPair().publicKey) == .signature)
        #expect(Forge.refusal(token, by: nil) == .signature)
        #expect(Forge.refusal(token) == nil)
    }

    @Test func aSignatureOfOtherClaimsIsRefused() throws {
        let (_, signature) = try parts(try Forge.token())
        let other = Forge.claims([
            "iss": #""11111111-1111-4111-8111-111111111111""#, "sub": #""11111111-1111-4111-8111-111111111111""#,
        ])
        #expect(Forge.refusal(Forge.input(claims: other) + "." + Base64URL.text(signature)) == .signature)
        let header = Forge.input(header: #"{"alg":"ES256"}"#)
        #expect(Forge.refusal(header + "." + Base64URL.text(signature)) == .signature)
    }

    @Test func everyFlippedBitIsRefused() throws {
        let token = Array(try Forge.token().utf8)
        for index in token.indices {
            for bit in 0..<7 {
                var changed = token
                changed[index] ^= 1 << UInt8(bit)
                #expect(Forge.refusal(String(decoding: changed, as: UTF8.self)) != nil, "byte \(index), bit \(bit)")
            }
        }
    }

    @Test func everyFlippedBitOfTheDecodedSignatureIsRefused() throws {
        let (input, signature) = try parts(try Forge.token())
        for bit in 0..<512 {
            var changed = signature
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(Forge.refusal(input + "." + Base64URL.text(changed)) == .signature, "bit \(bit)")
        }
    }

    @Test func theOtherSpellingOfASignatureIsNoSecondUse() throws {
        let (input, signature) = try parts(try Forge.token())
        let twin = Array(signature[..<32]) + subtract(Array(signature[32...]), from: order)
        let first = try Forge.verify(input + "." + Base64URL.text(signature))
        let second = try Forge.verify(input + "." + Base64URL.text(twin))
        var window = ReplayWindow(capacity: 10, perSubject: 10)
        _ = try window.admit(first, now: Forge.now)
        #expect(throws: IdentityError.replayed) { try window.admit(second, now: Forge.now) }
    }

    private func subtract(_ small: [UInt8], from large: [UInt8]) -> [UInt8] {
        var out = large
        var borrow = 0
        for index in large.indices.reversed() {
            let difference = Int(large[index]) - Int(small[index]) - borrow
            borrow = difference < 0 ? 1 : 0
            out[index] = UInt8(truncatingIfNeeded: difference)
        }
        return out
    }
}
