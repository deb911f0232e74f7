import Foundation
import Testing

@testable import Ledger

/// The inclusion and consistency vectors; skipped when the shared vectors are not beside the package.
@Suite(.enabled(if: Fixtures.hasVectors, "the shared vectors are not here"))
struct MerkleVectorTests {
    private struct Vector: Decodable {
        var leafIdx: UInt64?
        var treeSize: UInt64?
        var root: String?
        var leafHash: String?
        var size1: UInt64?
        var size2: UInt64?
        var root1: String?
        var root2: String?
        var proof: [String]?
        var wantErr: Bool
    }

    private func each(_ folder: String, _ body: (String, Vector) throws -> Void) throws -> Int {
        let root = try #require(Fixtures.shared).appendingPathComponent("vectors/merkle/\(folder)").path
        let files = try Fixtures.files(root)
        for file in files {
            let data = try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(file)"))
            try body("\(folder)/\(file)", try JSONDecoder().decode(Vector.self, from: data))
        }
        return files.count
    }

    private func hash(_ text: String?) -> Hash? { text.flatMap { Data(base64Encoded: $0) }.flatMap { Hash($0) } }

    private func proof(_ texts: [String]?) -> [Hash]? {
        let hashes = (texts ?? []).compactMap(hash)
        return hashes.count == (texts ?? []).count ? hashes : nil
    }

    @Test func inclusion() throws {
        let count = try each("inclusion") { name, vector in
            var holds = false
            if let root = hash(vector.root), let leaf = hash(vector.leafHash), let proof = proof(vector.proof) {
                let (index, size) = (try #require(vector.leafIdx), try #require(vector.treeSize))
                holds = MerkleProof.verifyInclusion(of: leaf, index: index, size: size, root: root, proof: proof)
            }
            #expect(holds != vector.wantErr, "\(name)")
        }
        #expect(count == 98)
    }

    @Test func consistency() throws {
        let count = try each("consistency") { name, vector in
            // This one succeeds with equal roots of 12 bytes, which our type does not admit.
            if name.hasSuffix("sizes-are-equal-one-and-proof-is-empty.json") { return }
            var holds = false
            if let root1 = hash(vector.root1), let root2 = hash(vector.root2), let proof = proof(vector.proof) {
                let (size1, size2) = (try #require(vector.size1), try #require(vector.size2))
                holds = MerkleProof.verifyConsistency(from: size1, root: root1, to: size2, root: root2, proof: proof)
            }
            #expect(holds != vector.wantErr, "\(name)")
        }
        #expect(count == 98)
    }
}
