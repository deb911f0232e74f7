import Testing

@testable import Ledger
@testable import LedgerCheck

struct MerkleTests {
    private let leaves = (0..<140).map { TreeHash.leaf([UInt8(truncatingIfNeeded: $0), 3]) }

    @Test func rootsMatchTheDefinition() {
        var tree = CompactTree()
        for size in 0...leaves.count {
            #expect(tree.root == Reference.root(leaves[..<size]), "\(size)")
            if size < leaves.count { tree.append(leaves[size]) }
        }
    }

    @Test func inclusionProofsMatchAndVerify() throws {
        for size in [1, 2, 3, 5, 8, 31, 64, 65, 140] {
            var source = HashList(leaves: Array(leaves[..<size]))
            let root = Reference.root(leaves[..<size])
            for index in 0..<size {
                let proof = try MerkleProof.inclusion(of: UInt64(index), size: UInt64(size), from: &source)
                #expect(proof == Reference.path(index, leaves[..<size]), "\(index) of \(size)")
                for claimed in 0..<size {
                    let holds = MerkleProof.verifyInclusion(
                        of: leaves[index], index: UInt64(claimed), size: UInt64(size), root: root, proof: proof)
                    #expect(holds == (claimed == index), "\(index) as \(claimed) of \(size)")
                }
            }
        }
    }

    @Test func consistencyProofsMatchAndVerify() throws {
        for second in [1, 2, 3, 7, 8, 33, 64, 100] {
            var source = HashList(leaves: Array(leaves[..<second]))
            let newer = Reference.root(leaves[..<second])
            for first in 1...second {
                let proof = try MerkleProof.consistency(from: UInt64(first), to: UInt64(second), from: &source)
                #expect(proof == Reference.consistency(first, leaves[..<second]), "\(first) to \(second)")
                for claimed in 1...second {
                    let holds = MerkleProof.verifyConsistency(
                        from: UInt64(claimed), root: Reference.root(leaves[..<first]), to: UInt64(second), root: newer,
                        proof: proof)
                    #expect(holds == (claimed == first), "\(first) as \(claimed) to \(second)")
                }
            }
        }
    }

    @Test func hostileProofsAreRefusedWithoutTrapping() {
        let sizes: [UInt64] = [0, 1, 2, 255, 1 << 32, 1 << 62, 1 << 63, UInt64.max - 1, .max]
        let proofs = [0, 1, 31, 63, 64, 65, 1000].map { [Hash](repeating: leaves[0], count: $0) }
        for first in sizes {
            for second in sizes {
                for proof in proofs {
                    let included = MerkleProof.verifyInclusion(
                        of: leaves[1], index: first, size: second, root: leaves[2], proof: proof)
                    let consistent = MerkleProof.verifyConsistency(
                        from: first, root: leaves[1], to: second, root: leaves[2], proof: proof)
                    #expect(!included && !consistent, "\(first) \(second) \(proof.count)")
                }
            }
        }
    }

    @Test func makingProofsOutsideTheTreeThrows() {
        var source = HashList(leaves: leaves)
        for size in [UInt64(0), 142, 1 << 40, 1 << 63, .max] {
            #expect(throws: LedgerError.self) {
                try MerkleProof.inclusion(of: size == 0 ? 0 : size - 1, size: size, from: &source)
            }
        }
        #expect(throws: LedgerError.self) { try MerkleProof.consistency(from: 3, to: 2, from: &source) }
        #expect(throws: LedgerError.self) { try MerkleProof.consistency(from: 3, to: .max, from: &source) }
    }

    @Test func pathsAreThoseOfTheSpecification() {
        #expect(TilePath.tile(level: 0, index: 1_234_067) == "tile/0/x001/x234/067")
        #expect(TilePath.tile(level: 1, index: 0, count: 17) == "tile/1/000.p/17")
        #expect(TilePath.bundle(index: 1000) == "tile/entries/x001/000")
        #expect(TilePath.bundle(index: 273, count: 112) == "tile/entries/273.p/112")
        let counts = [(0, 273, 112), (0, 272, 256), (1, 1, 17), (2, 0, 1), (3, 0, 0), (0, 274, 0), (8, 0, 0)]
        for (level, index, count) in counts {
            #expect(TilePath.count(level: level, index: UInt64(index), size: 70_000) == UInt64(count))
        }
        #expect(TilePath.count(level: 0, index: .max, size: .max) == 0)
    }
}
