import Foundation
import LedgerCheck
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

    /// Bytes of another length are no hash for our types; a hash that stands for them (equal for equal bytes) puts
    /// the question to the verifier all the same.
    private func hash(_ text: String) throws -> Hash {
        let bytes = [UInt8](try #require(Data(base64Encoded: text)))
        return Hash(bytes) ?? TreeHash.leaf(bytes)
    }

    private func proof(_ vector: Vector) throws -> [Hash] { try (vector.proof ?? []).map(hash) }

    @Test func the98Inclusions() throws {
        let count = try each("inclusion") { name, vector in
            let (root, leaf) = (try #require(vector.root), try #require(vector.leafHash))
            let (index, size) = (try #require(vector.leafIdx), try #require(vector.treeSize))
            // A root and a leaf without bytes: nothing can stand for them, since what is equal would be a tree of one.
            let isEmpty = root.isEmpty && leaf.isEmpty
            #expect(!isEmpty || name == "inclusion/single-entry/empty-root-and-leaf.json")
            let holds = MerkleProof.verifyInclusion(
                of: try hash(leaf), index: index, size: size, root: try hash(root), proof: try proof(vector))
            #expect(isEmpty ? vector.wantErr && Hash([UInt8]()) == nil : holds != vector.wantErr, "\(name)")
        }
        #expect(count == 98)
    }

    @Test func the98Consistencies() throws {
        let count = try each("consistency") { name, vector in
            let holds = try isConsistent(vector)
            #expect(holds != vector.wantErr, "\(name)")
        }
        #expect(count == 98)
    }

    private func isConsistent(_ vector: Vector) throws -> Bool {
        let (older, newer) = (try hash(#require(vector.root1)), try hash(#require(vector.root2)))
        let (first, second) = (try #require(vector.size1), try #require(vector.size2))
        return MerkleProof.verifyConsistency(
            from: first, root: older, to: second, root: newer, proof: try proof(vector))
    }

    /// Roots of 12 bytes are no hashes. Two empty trees with such a root, equal or not, are no trees at all, whereas
    /// any tree of one entry is consistent with itself.
    @Test(arguments: [
        ("sizes-are-equal-zero-and-proof-is-empty", false), ("sizes-are-equal-zero-but-roots-are-not", false),
        ("sizes-are-equal-one-and-proof-is-empty", true), ("sizes-are-equal-one-but-roots-are-not", false),
    ])
    func theVectorsWithRootsOf12Bytes(name: String, holds: Bool) throws {
        var found = 0
        _ = try each("consistency") { path, vector in
            guard path.hasSuffix("additional/\(name).json") else { return }
            let root = try #require(vector.root1.flatMap { Data(base64Encoded: $0) })
            #expect(root.count == 12 && Hash(root) == nil)
            let verdict = try isConsistent(vector)
            #expect(verdict == holds)
            found += 1
        }
        #expect(found == 1)
    }
}
