import Vocabulary

/// One sealed part as it lies in the store: opaque bytes.
public struct StoredPart: Hashable, Sendable {
    /// Its tier.
    public let tier: Tier
    /// The version that sealed it.
    public let version: UInt32
    /// The sealed bytes, 1 to ``StoreLimits/maximumPart``.
    public let bytes: [UInt8]

    /// Holds a sealed part.
    public init(tier: Tier, version: UInt32, bytes: [UInt8]) {
        self.tier = tier
        self.version = version
        self.bytes = bytes
    }
}
