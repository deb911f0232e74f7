import Crypto
import Foundation
import Testing
import Vocabulary

@testable import Sealing

/// Project Wycheproof's vectors through our own entry points; skipped where the shared folder is not beside the package.
@Suite(.enabled(if: Vectors.exists(Vectors.wycheproof), "needs ../shared/vectors/aead or COLLOQUE_SHARED"))
struct WycheproofTests {
    struct File<Case: Decodable>: Decodable {
        struct Group: Decodable {
            let ivSize, tagSize: Int?
            let keySize: Int
            let tests: [Case]
        }
        let testGroups: [Group]
    }

    struct Sealing: Decodable {
        let tcId: Int
        let key, iv, aad, msg, ct, tag: Hex
        let result: String
    }

    struct Code: Decodable {
        let tcId: Int
        let key, msg, tag: Hex
        let result: String
    }

    struct Derivation: Decodable {
        let tcId, size: Int
        let ikm, salt, info, okm: Hex
        let result: String
    }

    @Test func envelopeOpensValidAndRefusesInvalid() throws {
        let file = try Vectors.read(
            Vectors.wycheproof.appending(path: "aes_gcm_test.json"), as: File<Sealing>.self)
        var seen = [String: Int]()
        for group in file.testGroups where group.keySize == 256 {
            for test in group.tests {
                let bytes = [Envelope.version] + test.iv.bytes + test.ct.bytes + test.tag.bytes
                let key = SymmetricKey(data: test.key.bytes)
                let opened = try? Envelope.open(bytes, with: key, context: test.aad.bytes, "vector")
                // A nonce of another length than 96 bits is not in our format, so it must be refused whatever it says.
                let valid = test.result == "valid" && group.ivSize == 96
                #expect(opened.map { Array($0) } == (valid ? test.msg.bytes : nil), "case \(test.tcId)")
                seen[valid ? "valid" : "refused", default: 0] += 1
            }
        }
        #expect(try #require(seen["valid"]) > 30 && #require(seen["refused"]) > 30)
    }

    @Test func derivationExpandsAsHKDF() throws {
        let file = try Vectors.read(
            Vectors.wycheproof.appending(path: "hkdf_sha256_test.json"), as: File<Derivation>.self)
        var count = 0
        for group in file.testGroups {
            for test in group.tests where test.result == "valid" {
                let input = SymmetricKey(data: test.ikm.bytes)
                let extracted = HKDF<SHA256>.extract(inputKeyMaterial: input, salt: test.salt.bytes)
                let derived = SymmetricKey(data: extracted).derived(test.info.bytes)
                let length = min(test.size, SymmetricKey.byteCount)
                #expect(derived.secret.copy.prefix(length) == test.okm.bytes.prefix(length), "case \(test.tcId)")
                count += 1
            }
        }
        #expect(count > 50)
    }

    @Test func tokensAreTruncatedHMAC() throws {
        let file = try Vectors.read(
            Vectors.wycheproof.appending(path: "hmac_sha256_test.json"), as: File<Code>.self)
        var seen = [String: Int]()
        for group in file.testGroups where group.tagSize == 128 {
            for test in group.tests {
                let key = SymmetricKey(data: test.key.bytes)
                let token = IndexKey(tokens: key, rows: key).token(test.msg.bytes)
                #expect((token.bytes == test.tag.bytes) == (test.result == "valid"), "case \(test.tcId)")
                seen[test.result, default: 0] += 1
            }
        }
        #expect(try #require(seen["valid"]) > 30 && #require(seen["invalid"]) > 30)
    }
}
