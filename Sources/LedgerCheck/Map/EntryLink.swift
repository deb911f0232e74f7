import Ledger
import LedgerMap

/// What an entry says of its place in its practice's chain.
public struct EntryLink: Hashable, Sendable {
    /// The practice.
    public let practice: PracticeKey
    /// How many entries the practice has with this one: 1, 2, 3…
    public let n: Int64
    /// The leaf hash of the practice's previous entry; ``Hash/zero`` in its first.
    public let prev: Hash

    /// Makes a link of its parts.
    public init(practice: PracticeKey, n: Int64, prev: Hash) {
        self.practice = practice
        self.n = n
        self.prev = prev
    }
}

/// Reads the link out of an entry; nil when the entry belongs to no practice. Throws when the entry cannot be read.
public typealias EntryLinker = @Sendable (Span<UInt8>) throws -> EntryLink?
