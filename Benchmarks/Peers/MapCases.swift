import Ledger
import LedgerCheck
import LedgerMap

/// Proofs of heads and absences in a map, each with a damaged twin.
struct MapCases {
    private var numbers: SeededNumbers
    private let practices: [PracticeKey]

    /// Proves practices of the log, and others, which have no entry.
    init(practices: [PracticeKey], seed: UInt64) {
        self.practices = practices
        numbers = SeededNumbers(seed: seed)
    }

    /// A proof that holds and its twin. Throws when our own verifier does not accept the first or accepts the second.
    mutating func pair(_ map: PracticeMap) throws -> [MapCase] {
        let stranger = PracticeKey(high: numbers.next(), low: numbers.next())
        let practice = Bool.random(using: &numbers) ? stranger : practices.randomElement(using: &numbers) ?? stranger
        let proof = try map.proof(of: practice)
        guard try proof.verify(practice, root: map.root) == map[practice] else {
            throw BenchmarkError.unexpected("a map's own proof shows something else")
        }
        var bad = proof
        while bad == proof { bad = damaged(proof) }
        guard (try? bad.verify(practice, root: map.root)) == nil else {
            throw BenchmarkError.unexpected("a damaged map proof was accepted")
        }
        return [
            MapCase(practice, proof, of: map, holds: true), MapCase(practice, bad, of: map, holds: false),
        ]
    }

    private mutating func damaged(_ proof: PracticeMapProof) -> PracticeMapProof {
        var (size, count, tree, leaves) = (proof.size, proof.count, proof.tree, proof.leaves)
        let place = Int.random(in: 0...max(0, leaves.count - 1), using: &numbers)
        switch Int.random(in: 0..<6, using: &numbers) {
        case 0: size ^= 1 << UInt64.random(in: 0..<64, using: &numbers)
        case 1: count ^= 1 << UInt64.random(in: 0..<64, using: &numbers)
        case 2: tree = flipped(tree)
        case 3: if !leaves.isEmpty { leaves.remove(at: place) }
        case 4: if let leaf = leaves.first { leaves.append(leaf) }
        default: if !leaves.isEmpty { leaves[place] = damaged(leaves[place]) }
        }
        return PracticeMapProof(size: size, count: count, tree: tree, leaves: leaves)
    }

    private mutating func damaged(_ leaf: PracticeMapProof.Leaf) -> PracticeMapProof.Leaf {
        var (index, practice, head, path) = (leaf.index, leaf.practice, leaf.head, leaf.path)
        let place = Int.random(in: 0...max(0, path.count - 1), using: &numbers)
        switch Int.random(in: 0..<6, using: &numbers) {
        case 0: index ^= 1 << UInt64.random(in: 0..<8, using: &numbers)
        case 1: practice = PracticeKey(high: numbers.next(), low: numbers.next())
        case 2: head = PracticeHead(n: head.n ^ 1 << Int64.random(in: 0..<62, using: &numbers), head: head.head)
        case 3: head = PracticeHead(n: head.n, head: flipped(head.head))
        case 4: if !path.isEmpty { path[place] = flipped(path[place]) }
        default: if !path.isEmpty { path.remove(at: place) }
        }
        return PracticeMapProof.Leaf(index: index, practice: practice, head: head, path: path)
    }

    private mutating func flipped(_ hash: Hash) -> Hash {
        var bytes = hash.bytes
        bytes[Int.random(in: bytes.indices, using: &numbers)] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
        return Hash(bytes) ?? hash
    }
}
