import Ledger
import LedgerMap
import Vocabulary

/// The practices' chains, followed entry by entry.
struct ChainHeads {
    private var heads: [PracticeID: PracticeHead] = [:]

    /// Takes an entry's link; whether it continues its practice's chain. One that does not is taken up all the same, so
    /// that one fault is one problem.
    mutating func follow(_ link: BundleScan.Link, leaf: Hash) -> Bool {
        let head = PracticeHead(n: link.n, head: leaf)
        guard let last = heads.updateValue(head, forKey: link.practice) else {
            return link.n == 1 && link.previous == .zero
        }
        return link.n == last.n + 1 && link.previous == last.head
    }

    /// The map over the first `size` entries.
    func map(size: UInt64) -> PracticeMap {
        PracticeMap(
            size: size,
            heads: Dictionary(
                uniqueKeysWithValues: heads.map { (PracticeKey(high: $0.key.high, low: $0.key.low), $0.value) }))
    }
}
