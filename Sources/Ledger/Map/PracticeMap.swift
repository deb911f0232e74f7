import Crypto

/// The sorted Merkle map practice → (n, head) over the first `size` entries of a ledger.
///
/// Leaves are practice (16 bytes) ‖ n (8, big-endian) ‖ head (32), sorted by practice, in an RFC 6962 tree; the root is
/// SHA-256(0x02 ‖ size ‖ number of practices ‖ tree root), numbers as 8 bytes, so that proofs of absence cannot lie
/// about the edges. `docs/formats/ledger.md` has the side file.
public struct PracticeMap: Sendable, Equatable {
    /// How many entries of the ledger are covered.
    public private(set) var size: UInt64 = 0
    private var heads: [PracticeKey: PracticeHead] = [:]

    /// Makes an empty map.
    public init() {}

    /// Starts the map of a new log that continues the chains of an old one.
    public init(carrying old: PracticeMap) { heads = old.heads }

    /// Makes the map over the first `size` entries of heads that were counted elsewhere.
    public init(size: UInt64, heads: [PracticeKey: PracticeHead]) {
        self.size = size
        self.heads = heads
    }

    /// The number of practices.
    public var count: Int { heads.count }

    /// A practice's head; nil when it has no entry.
    public subscript(practice: PracticeKey) -> PracticeHead? { heads[practice] }

    /// Takes in the ledger's next entry: its link (nil for none) and leaf hash.
    ///
    /// Throws `chainBroken` when the link does not continue the practice's chain; the map is unchanged then.
    public mutating func append(_ link: EntryLink?, leaf: Hash) throws(LedgerError) {
        if let link {
            let last = heads[link.practice] ?? PracticeHead(n: 0, head: .zero)
            guard last.n < Int64.max, link.n == last.n + 1, link.prev == last.head else {
                throw LedgerError(.chainBroken, position: size)
            }
            heads[link.practice] = PracticeHead(n: link.n, head: leaf)
        }
        size += 1
    }

    /// Takes up a practice's chain again after a break that was reported, so that what follows can be checked.
    package mutating func resume(_ link: EntryLink?, leaf: Hash) {
        if let link { heads[link.practice] = PracticeHead(n: link.n, head: leaf) }
        size += 1
    }

    /// Takes in the ledger's next entry as bytes. Throws `chainBroken`, also when `linker` cannot read the entry.
    public mutating func append(_ entry: Span<UInt8>, linker: EntryLinker) throws(LedgerError) {
        let link: EntryLink?
        do { link = try linker(entry) } catch { throw LedgerError(.chainBroken, position: size) }
        try append(link, leaf: TreeHash.leaf(entry))
    }

    /// Practices in order.
    package var practices: [PracticeKey] { heads.keys.sorted() }

    package static func leaf(_ practice: PracticeKey, _ head: PracticeHead) -> [UInt8] {
        var out = practice.bytes
        BigEndian.append(UInt64(bitPattern: head.n), bytes: 8, to: &out)
        head.head.append(to: &out)
        return out
    }

    package func leafHashes(_ practices: [PracticeKey]) -> [Hash] {
        practices.compactMap { key in heads[key].map { TreeHash.leaf(PracticeMap.leaf(key, $0)) } }
    }

    /// The root that an `index` entry holds.
    public var root: Hash {
        PracticeMap.root(size: size, count: UInt64(count), tree: TreeHash.fold(leafHashes(practices)[...]))
    }

    package static func root(size: UInt64, count: UInt64, tree: Hash) -> Hash {
        var block: [UInt8] = [0x02]
        BigEndian.append(size, bytes: 8, to: &block)
        BigEndian.append(count, bytes: 8, to: &block)
        tree.append(to: &block)
        return Hash(digest: SHA256.hash(data: block))
    }
}
