import Ledger

/// The end of a practice's chain: how many entries, and the leaf hash of the last.
public struct PracticeHead: Hashable, Sendable {
    /// The number of entries.
    public let n: Int64
    /// The leaf hash of the last entry.
    public let head: Hash

    /// Makes a head of its parts.
    public init(n: Int64, head: Hash) {
        self.n = n
        self.head = head
    }
}
