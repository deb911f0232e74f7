import Vocabulary

/// A visible version of a resource with its sealed parts.
public struct StoredVersion: Hashable, Sendable {
    /// The resource.
    public let key: ResourceKey
    /// Counted from 1.
    public let version: UInt32
    /// The deposit that wrote the version.
    public let deposit: DepositID
    /// What it consists of; says whether the resource is deleted.
    public let manifest: Manifest
    /// The digest that its writer computed, 32 bytes. The store checks only its length.
    public let digest: [UInt8]
    /// The parts of the tiers that were asked for, found through the manifest, least sensitive first.
    public let parts: [StoredPart]

    /// Holds a version.
    public init(
        key: ResourceKey, version: UInt32, deposit: DepositID, manifest: Manifest, digest: [UInt8], parts: [StoredPart]
    ) {
        self.key = key
        self.version = version
        self.deposit = deposit
        self.manifest = manifest
        self.digest = digest
        self.parts = parts
    }

    /// The part of a tier, if it is here.
    public func part(of tier: Tier) -> StoredPart? { parts.first { $0.tier == tier } }

    /// Bytes of the parts.
    public var size: Int { parts.reduce(0) { $0 + $1.bytes.count } }
}

extension [StoredVersion] {
    /// Whether a page of a list or history ended because it was full, so that more may lie behind it.
    public func isFullPage(of limit: Int) -> Bool {
        count >= limit || reduce(0) { $0 + $1.size } >= StoreLimits.maximumPageBytes
    }
}
