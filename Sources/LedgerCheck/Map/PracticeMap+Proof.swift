import Ledger
import LedgerMap

extension PracticeMap {
    /// The proof of a practice's head, or of its absence, under the present ``root``.
    public func proof(of practice: PracticeKey) throws -> PracticeMapProof {
        let order = practices
        let hashes = leafHashes(order)
        var source = HashList(leaves: hashes)
        let place = order.firstIndex { $0 >= practice } ?? order.count
        let wanted = self[practice] != nil ? place...place : (place - 1)...place
        var leaves: [PracticeMapProof.Leaf] = []
        for index in wanted where order.indices.contains(index) {
            guard let head = self[order[index]] else { continue }
            let path = try MerkleProof.inclusion(of: UInt64(index), size: UInt64(order.count), from: &source)
            leaves.append(PracticeMapProof.Leaf(index: UInt64(index), practice: order[index], head: head, path: path))
        }
        return PracticeMapProof(
            size: size, count: UInt64(count), tree: TreeHash.fold(hashes[...]), leaves: leaves)
    }
}
