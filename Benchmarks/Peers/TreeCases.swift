import Ledger
import LedgerCheck

/// Claims about random entries and sizes of a ledger with proofs made by its reader, each with a damaged twin.
struct TreeCases {
    private var reader: LedgerReader
    private var numbers: SeededNumbers

    init(_ reader: LedgerReader, seed: UInt64) {
        self.reader = reader
        numbers = SeededNumbers(seed: seed)
    }

    /// A true claim.
    mutating func proven() throws -> TreeCase {
        let size = UInt64.random(in: 1...reader.size, using: &numbers)
        return try Bool.random(using: &numbers) ? inclusion(size) : consistency(size)
    }

    private mutating func inclusion(_ size: UInt64) throws -> TreeCase {
        let index = UInt64.random(in: 0..<size, using: &numbers)
        let proof = try reader.inclusionProof(of: index, size: size)
        let leaf = TreeHash.leaf(try reader.entry(at: index))
        return try made(.inclusion, index, size, leaf, proof)
    }

    private mutating func consistency(_ size: UInt64) throws -> TreeCase {
        let first = UInt64.random(in: 1...size, using: &numbers)
        let proof = try reader.consistencyProof(from: first, to: size)
        return try made(.consistency, first, size, try reader.root(at: first), proof)
    }

    private mutating func made(
        _ kind: TreeCase.Kind, _ first: UInt64, _ size: UInt64, _ leaf: Hash, _ proof: [Hash]
    ) throws -> TreeCase {
        let root = try reader.root(at: size)
        return TreeCase(
            kind: kind, holds: true, first: first, size: size, leaf: leaf.hexadecimal, root: root.hexadecimal,
            proof: proof.map(\.hexadecimal))
    }

    /// The same claim with something changed, so that it is false or unproven.
    mutating func damaged(_ good: TreeCase) throws -> TreeCase {
        while true {
            var bad = good
            bad.holds = false
            try damage(&bad)
            var same = bad
            same.holds = true
            if same != good { return bad }
        }
    }

    private mutating func damage(_ bad: inout TreeCase) throws {
        let place = Int.random(in: 0...max(0, bad.proof.count - 1), using: &numbers)
        let isEmpty = bad.proof.isEmpty
        switch Int.random(in: 0..<9, using: &numbers) {
        case 0: bad.root = flipped(bad.root)
        case 1: bad.leaf = flipped(bad.leaf)
        case 2: if !isEmpty { bad.proof[place] = flipped(bad.proof[place]) }
        case 3: if !isEmpty { bad.proof.remove(at: place) }
        case 4: bad.proof.insert(isEmpty ? bad.root : bad.proof[place], at: place)
        case 5: if !isEmpty { bad.proof.swapAt(place, Int.random(in: bad.proof.indices, using: &numbers)) }
        case 6: bad.proof.append(numbers.bytes(Hash.byteCount).hexadecimalDigits)
        case 7: try misplace(&bad)
        default: try resize(&bad)
        }
    }

    /// Another entry's index, or another first size with its own root.
    private mutating func misplace(_ bad: inout TreeCase) throws {
        switch bad.kind {
        case .inclusion: bad.first = UInt64.random(in: 0...bad.size, using: &numbers)
        case .consistency:
            bad.first = UInt64.random(in: 1...reader.size, using: &numbers)
            bad.leaf = try reader.root(at: bad.first).hexadecimal
        }
    }

    /// Another size, with its own root. (With the same root some proofs hold for another size too: the signed
    /// checkpoint is what binds the two.)
    private mutating func resize(_ bad: inout TreeCase) throws {
        bad.size = UInt64.random(in: 1...reader.size, using: &numbers)
        bad.root = try reader.root(at: bad.size).hexadecimal
        // From a tree to itself the empty proof holds, and that is no damage.
        if bad.kind == .consistency, bad.first == bad.size, bad.proof.isEmpty { bad.root = flipped(bad.root) }
    }

    private mutating func flipped(_ text: String) -> String {
        guard let hash = Hash(hexadecimal: text) else { return text }
        var bytes = hash.bytes
        bytes[Int.random(in: bytes.indices, using: &numbers)] ^= 1 << UInt8.random(in: 0..<8, using: &numbers)
        return bytes.hexadecimalDigits
    }
}
