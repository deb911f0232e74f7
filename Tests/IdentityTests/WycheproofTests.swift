import Foundation
import Testing

@testable import Identity

/// Wycheproof's vectors for ECDSA over P-256 and SHA-256 with 64-byte signatures, through the assertion's own check.
@Suite struct WycheproofTests {
    private struct Vectors: Decodable {
        let numberOfTests: Int
        let testGroups: [Group]
    }

    private struct Group: Decodable {
        let publicKey: Point
        let publicKeyPem: String
        let publicKeyJwk: [String: String]?
        let tests: [Case]
    }

    private struct Point: Decodable {
        let uncompressed: String
    }

    private struct Case: Decodable {
        let tcId: Int
        let comment: String
        let msg: String
        let sig: String
        let result: String
    }

    private static var file: URL? { Shared.file("vectors/aead/ecdsa_secp256r1_sha256_p1363_test.json") }

    @Test(.enabled(if: file != nil, "the shared vectors are not here"))
    func everyVectorHasItsResult() throws {
        let vectors = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: try #require(Self.file)))
        var seen = (valid: 0, invalid: 0)
        for group in vectors.testGroups {
            let key = try PublicKey(pem: group.publicKeyPem)
            #expect(key == (try PublicKey(point: bytes(group.publicKey.uncompressed))))
            if let jwk = group.publicKeyJwk {
                let json = String(decoding: try JSONSerialization.data(withJSONObject: jwk), as: UTF8.self)
                #expect(try PublicKey(jwk: json) == key)
            }
            for test in group.tests {
                let isValid = key.isValid(signature: try bytes(test.sig), over: try bytes(test.msg))
                #expect(isValid == (test.result == "valid"), "\(test.tcId) \(test.comment)")
                if isValid { seen.valid += 1 } else { seen.invalid += 1 }
            }
        }
        #expect(seen.valid > 150 && seen.invalid > 80 && seen.valid + seen.invalid == vectors.numberOfTests)
    }

    private func bytes(_ hex: String) throws -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        try #require(digits.count == hex.count && digits.count % 2 == 0)
        return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }
}
