import Vocabulary

/// What a version of a resource consists of: one part a tier, each sealed by this version or carried from an earlier
/// one.
public struct Manifest: Hashable, Sendable {
    /// The tier whose part holds the resource's own structure.
    public let base: Tier
    /// The parts, least sensitive first, at most one a tier; none in a deleted version.
    public let parts: [PartReference]
    /// The content, where the resource is a document whose content lies apart.
    public let content: ContentReference?
    /// Whether this version deletes the resource.
    public let deleted: Bool
    /// When the version was made.
    public let lastUpdated: Timestamp

    /// Makes the manifest of a version that exists.
    ///
    /// Throws `invalid` unless the parts stand in tier order, at most one a tier, and the base is among them.
    public init(
        base: Tier, parts: [PartReference], content: ContentReference? = nil, lastUpdated: Timestamp
    ) throws(StoreError) {
        guard Manifest.isOrdered(parts), parts.contains(where: { $0.tier == base }) else {
            throw StoreError(.invalid, table: "manifest")
        }
        self.init(base: base, parts: parts, content: content, deleted: false, lastUpdated: lastUpdated)
    }

    /// Makes the manifest of a version that deletes the resource: no parts.
    public static func deletion(base: Tier, lastUpdated: Timestamp) -> Manifest {
        Manifest(base: base, parts: [], content: nil, deleted: true, lastUpdated: lastUpdated)
    }

    private init(
        base: Tier, parts: [PartReference], content: ContentReference?, deleted: Bool, lastUpdated: Timestamp
    ) {
        self.base = base
        self.parts = parts
        self.content = content
        self.deleted = deleted
        self.lastUpdated = lastUpdated
    }

    private static func isOrdered(_ parts: [PartReference]) -> Bool {
        zip(parts, parts.dropFirst()).allSatisfy { $0.tier < $1.tier }
    }

    /// The part of a tier, if the version has one.
    public func part(of tier: Tier) -> PartReference? { parts.first { $0.tier == tier } }

    /// The tiers that have a part.
    public var tiers: Tiers { parts.reduce(into: []) { $0.insert(Tiers($1.tier)) } }
}
