import Crypto
import Testing
import Vocabulary

@testable import ClientKeys
@testable import Identity

/// The challenge binds a ceremony to the broker's nonce and the client's key.
@Suite struct SignInChallengeTests {
    @Test func itIsTheHashOfItsFourFields() throws {
        let key = KeyPair().publicKey
        let nonce = [UInt8](0..<32)
        var written = [UInt8]()
        for field in ["colloque/sign-in-challenge/1", "sign-in"] {
            written += CBOR.bigEndian(field.utf8.count, 4) + Array(field.utf8)
        }
        written += [0, 0, 0, 32] + nonce + [0, 0, 0, 43] + Array(key.thumbprint.utf8)
        #expect(try SignInChallenge(.signIn, nonce: nonce, key: key).bytes == Array(SHA256.hash(data: written)))
    }

    @Test func anyOtherInputIsAnotherChallenge() throws {
        let (key, other) = (KeyPair().publicKey, KeyPair().publicKey)
        var seen = Set<[UInt8]>()
        var count = 0
        for purpose in SignInChallenge.Purpose.allCases {
            for nonce in [16, 17, 32, 64].map({ [UInt8](repeating: 0, count: $0) }) {
                for key in [key, other] {
                    for act in purpose == .fresh ? ["a", "b", "enrol:a"] : [""] {
                        seen.insert(try SignInChallenge(purpose, nonce: nonce, key: key, act: act).bytes)
                        count += 1
                    }
                }
            }
        }
        #expect(seen.count == count && seen.allSatisfy { $0.count == 32 })
    }

    @Test func aFreshFactorSaysWhatItIsForAndNothingElseDoes() throws {
        let (key, nonce) = (KeyPair().publicKey, [UInt8](0..<32))
        for (purpose, act) in [(SignInChallenge.Purpose.fresh, ""), (.signIn, "a"), (.enrolment, "a")] {
            #expect(throws: PasskeyError.nonce) { try SignInChallenge(purpose, nonce: nonce, key: key, act: act) }
        }
    }

    @Test func noncesOfOtherLengthsAreRefused() throws {
        for count in [0, 1, 15, 65, 1 << 16] {
            #expect(throws: PasskeyError.nonce) {
                try SignInChallenge(.signIn, nonce: [UInt8](repeating: 1, count: count), key: KeyPair().publicKey)
            }
        }
    }

    @Test func onlyItsOneTextIsIts() throws {
        let challenge = try Ceremony.challenge(.signIn)
        let text = Base64URL.text(challenge.bytes)
        #expect(challenge.isText(text))
        for wrong in ["", text + "=", String(text.dropLast()), text + "A", text.lowercased(), " " + text.dropFirst()] {
            #expect(!challenge.isText(wrong), "\(wrong.count)")
        }
        for index in text.indices {
            let other = text[index] == "A" ? "B" : "A"
            #expect(!challenge.isText(text.replacingCharacters(in: index...index, with: other)))
        }
    }
}
