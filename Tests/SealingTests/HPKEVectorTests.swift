import Crypto
import Foundation
import Testing

@testable import Sealing

/// The HPKE of our dependency against public vectors, so that what `Box` stands on is checked here too.
@Suite(.enabled(if: Vectors.exists(Vectors.hpke), "run scripts/hpke-vectors first"))
struct HPKEVectorTests {
    struct Vector: Decodable {
        struct Message: Decodable {
            let aad, ct, pt: Hex
        }
        let mode, kem_id, kdf_id, aead_id: Int
        let info, skRm, enc: Hex
        let encryptions: [Message]
    }

    /// RFC 9180 §7.3.
    static let aeads: [Int: HPKE.AEAD] = [1: .AES_GCM_128, 2: .AES_GCM_256, 3: .chaChaPoly]

    @Test func rfc9180Base() throws {
        let vectors = try Vectors.read(Vectors.hpke.appending(path: "hpke-rfc9180.json"), as: [Vector].self)
        var count = 0
        for (index, vector) in vectors.enumerated() where (vector.mode, vector.kem_id, vector.kdf_id) == (0, 0x20, 1) {
            guard let aead = HPKEVectorTests.aeads[vector.aead_id] else { continue }
            let suite = HPKE.Ciphersuite(kem: .Curve25519_HKDF_SHA256, kdf: .HKDF_SHA256, aead: aead)
            let key = try Curve25519.KeyAgreement.PrivateKey(rawRepresentation: vector.skRm.bytes)
            var recipient = try HPKE.Recipient(
                privateKey: key, ciphersuite: suite, info: Data(vector.info.bytes),
                encapsulatedKey: Data(vector.enc.bytes))
            count += try check(vector, "vector \(index)") { try recipient.open($0, authenticating: $1) }
        }
        #expect(count > 500)
    }

    @Test func xWing() throws {
        let vectors = try Vectors.read(Vectors.hpke.appending(path: "hpke-pq.json"), as: [Vector].self)
        var count = 0
        for (index, vector) in vectors.enumerated() where vector.kem_id == 0x647A && vector.kdf_id == 1 {
            let aead = try #require(HPKEVectorTests.aeads[vector.aead_id])
            let suite = HPKE.Ciphersuite(kem: .XWingMLKEM768X25519, kdf: .HKDF_SHA256, aead: aead)
            let key = try XWingMLKEM768X25519.PrivateKey(seedRepresentation: vector.skRm.bytes, publicKey: nil)
            var recipient = try HPKE.Recipient(
                privateKey: key, ciphersuite: suite, info: Data(vector.info.bytes),
                encapsulatedKey: Data(vector.enc.bytes))
            count += try check(vector, "vector \(index)") { try recipient.open($0, authenticating: $1) }
        }
        #expect(count >= 10)
    }

    private func check(
        _ vector: Vector, _ comment: Comment, _ open: ([UInt8], [UInt8]) throws -> Data
    ) throws -> Int {
        for message in vector.encryptions {
            #expect(try Array(open(message.ct.bytes, message.aad.bytes)) == message.pt.bytes, comment)
        }
        return vector.encryptions.count
    }
}
