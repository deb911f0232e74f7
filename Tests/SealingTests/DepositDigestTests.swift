import Testing
import Vocabulary

@testable import SealedParts
@testable import Sealing

@Suite struct DepositDigestTests {
    let examples = Examples()

    @Test func everyChangeChangesTheDigest() throws {
        let key = try examples.partKey()
        let (a, b) = (try key.seal([1]).digest, try key.seal([2]).digest)
        let digests = try [
            DepositDigest.version(type: "T", id: "i", version: 1, manifest: [1], parts: [.identity: a, .medical: b]),
            DepositDigest.version(type: "Ti", id: "i", version: 1, manifest: [1], parts: [.identity: a, .medical: b]),
            DepositDigest.version(type: "T", id: "j", version: 1, manifest: [1], parts: [.identity: a, .medical: b]),
            DepositDigest.version(type: "T", id: "i", version: 2, manifest: [1], parts: [.identity: a, .medical: b]),
            DepositDigest.version(type: "T", id: "i", version: 1, manifest: [2], parts: [.identity: a, .medical: b]),
            DepositDigest.version(type: "T", id: "i", version: 1, manifest: [1], parts: [.identity: b, .medical: a]),
            DepositDigest.version(type: "T", id: "i", version: 1, manifest: [1], parts: [.identity: a, .contact: b]),
            DepositDigest.version(type: "T", id: "i", version: 1, manifest: [1], parts: [.identity: a]),
            DepositDigest.version(type: "T", id: "i", version: 1, manifest: [1], parts: [:]),
        ]
        #expect(Set(digests).count == digests.count)
        expectError(.malformed) {
            _ = try DepositDigest.version(type: "", id: "i", version: 1, manifest: [], parts: [:])
        }
    }

    @Test func rootDependsOnEveryDigestAndItsPlace() throws {
        let leaves = try (0..<20).map { try #require(DepositDigest(bytes: .init(repeating: $0, count: 32))) }
        let root = DepositDigest.merkleRoot(leaves)
        var roots: Set = [root]
        for index in leaves.indices {
            var without = leaves
            without.remove(at: index)
            roots.insert(DepositDigest.merkleRoot(without))
            var swapped = leaves
            swapped.swapAt(index, (index + 1) % 20)
            roots.insert(DepositDigest.merkleRoot(swapped))
        }
        #expect(roots.count == 41)
        // A root of one is not the digest itself: a version and an import of one are told apart.
        #expect(DepositDigest.merkleRoot([leaves[0]]) != leaves[0])
    }

    @Test func lengthIsStrict() {
        for count in [0, 31, 33] { #expect(DepositDigest(bytes: .init(repeating: 0, count: count)) == nil) }
    }
}
