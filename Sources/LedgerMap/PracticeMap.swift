import Crypto
import Ledger

/// The sorted Merkle map practice → (n, head) over the first `size` entries of a ledger.
///
/// Leaves are practice (16 bytes) ‖ n (8, big-endian) ‖ head (32), sorted by practice, in an RFC 6962 tree; the root is
/// SHA-256(0x02 ‖ size ‖ number of practices ‖ tree root), numbers as 8 bytes, so that proofs of absence cannot lie
/// about the edges. `docs/formats/ledger.md` has the side file.
public struct PracticeMap: Sendable, Equatable {
    /// How many entries of the ledger are covered.
    public package(set) var size: UInt64 = 0
    package var heads: [PracticeKey: PracticeHead] = [:]

    /// Makes an empty map.
    public init() {}

    /// Makes the map over the first `size` entries of heads that were counted elsewhere.
    public init(size: UInt64, heads: [PracticeKey: PracticeHead]) {
        self.size = size
        self.heads = heads
    }

    /// The number of practices.
    public var count: Int { heads.count }

    /// A practice's head; nil when it has no entry.
    public subscript(practice: PracticeKey) -> PracticeHead? { heads[practice] }

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
