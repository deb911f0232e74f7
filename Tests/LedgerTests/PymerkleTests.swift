import Foundation
import Testing

@testable import Ledger
@testable import LedgerCheck

/// Roots and inclusion proofs beside those of PyPI's pymerkle (its consistency proofs have a form of their own);
/// skipped when `COLLOQUE_PYTHON` (or `python3`) cannot import it.
@Suite(.enabled(if: Python.hasPymerkle, "pymerkle is not here: set COLLOQUE_PYTHON to a python that has it"))
struct PymerkleTests {
    private static let sizes = [1, 2, 3, 5, 8, 13, 64, 65, 100]
    private static let program = """
        import pymerkle
        tree = pymerkle.InmemoryTree(algorithm='sha256')
        for i in range(100): tree.append_entry(b'entry %d' % i)
        def path(proof): return ' '.join(x.hex() for x in proof.path)
        for n in range(1, 101): print('root', n, 0, tree.get_state(n).hex())
        for n in [1, 2, 3, 5, 8, 13, 64, 65, 100]:
            for i in range(1, n + 1): print('inclusion', n, i - 1, path(tree.prove_inclusion(i, n)))
        """

    @Test func rootsAndProofsAgree() throws {
        let leaves = (0..<100).map { TreeHash.leaf(Array("entry \($0)".utf8)) }
        let text = try #require(Python.run(PymerkleTests.program))
        var roots: [Hash] = []
        var compared = 0
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard let size = Int(words[1]), let index = Int(words[2]) else { continue }
            var source = HashList(leaves: Array(leaves[..<size]))
            if words[0] == "root" {
                let root = try source.rangeHash(0, UInt64(size))
                #expect(Array(words.dropFirst(3)) == [hex(root)], "\(line)")
                roots.append(root)
            } else {
                let ours = try MerkleProof.inclusion(of: UInt64(index), size: UInt64(size), from: &source)
                #expect(Array(words.dropFirst(3)) == [hex(leaves[index])] + ours.map(hex), "\(line)")
            }
            compared += 1
        }
        #expect(compared == 100 + PymerkleTests.sizes.reduce(0, +))
        for second in PymerkleTests.sizes {
            var source = HashList(leaves: Array(leaves[..<second]))
            for first in 1...second {
                let ours = try MerkleProof.consistency(from: UInt64(first), to: UInt64(second), from: &source)
                let holds = MerkleProof.verifyConsistency(
                    from: UInt64(first), root: roots[first - 1], to: UInt64(second), root: roots[second - 1],
                    proof: ours)
                #expect(holds, "\(first) to \(second)")
            }
        }
    }

    private func hex(_ hash: Hash) -> String {
        hash.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
