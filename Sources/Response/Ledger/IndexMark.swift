import Ledger
import LedgerMap

/// An `index` entry with the chains as they stood before it.
struct IndexMark {
    /// The entry's place in the ledger, which is also the size that it covers.
    let index: UInt64
    /// The root that it holds.
    let root: Hash
    /// The chains over all entries before it.
    let heads: ChainHeads

    /// The map that it covers; nil when its root is another.
    var map: PracticeMap? {
        let map = heads.map(size: index)
        return map.root == root ? map : nil
    }
}
