import Vocabulary

/// A version to be written: consistent in itself, not yet compared with what is stored.
public struct StagedVersion: Hashable, Sendable {
    /// The resource.
    public let key: ResourceKey
    /// The visible version that it replaces; 0 when the resource must not exist.
    public let replacing: UInt32
    /// What it consists of.
    public let manifest: Manifest
    /// The parts that it seals: exactly those that its manifest names with its own version.
    public let newParts: [StoredPart]
    /// Index rows that become searchable with it.
    public let rows: [StoredRow]
    /// The tiers whose rows of earlier versions end with it; all of them when it deletes the resource.
    public let replacesRowsOf: Tiers
    /// 32 bytes over manifest and parts that the caller computed; the ledger carries it.
    public let digest: [UInt8]

    /// Checks what can be known without the store and holds the version.
    ///
    /// Throws `invalid`, naming the resource, when parts and manifest disagree, when a deletion brings rows, or when
    /// something exceeds ``StoreLimits``.
    public init(
        key: ResourceKey, replacing: UInt32, manifest: Manifest, newParts: [StoredPart], rows: [StoredRow] = [],
        replacesRowsOf: Tiers = [], digest: [UInt8]
    ) throws(StoreError) {
        self.key = key
        self.replacing = replacing
        self.manifest = manifest
        self.newParts = newParts
        self.rows = rows
        self.replacesRowsOf = manifest.deleted ? .all : replacesRowsOf
        self.digest = digest
        guard isConsistent, isWithinLimits else { throw StoreError(.invalid, key: key) }
    }

    /// Its own number: the one after that which it replaces.
    public var version: UInt32 { replacing &+ 1 }

    /// The references of its manifest to parts that earlier versions sealed.
    var carried: [PartReference] { manifest.parts.filter { $0.version != version } }

    private var isConsistent: Bool {
        replacing < UInt32.max
            && newParts.map(\.tier) == manifest.parts.compactMap { $0.version == version ? $0.tier : nil }
            && newParts.allSatisfy { $0.version == version }
            && carried.allSatisfy { (1..<version).contains($0.version) }
            && !(manifest.deleted && (replacing == 0 || !rows.isEmpty))
    }

    private var isWithinLimits: Bool {
        digest.count == 32
            && rows.count <= StoreLimits.maximumRows
            && newParts.allSatisfy { (1...StoreLimits.maximumPart).contains($0.bytes.count) }
    }
}
