import Vocabulary

/// How much of a scope one membership or client was given.
public struct HolderReleases: Hashable, Sendable {
    /// The membership or client.
    public let holder: Holder
    /// How many releases.
    public let releases: Int64

    /// Joins both.
    public init(holder: Holder, releases: Int64) { (self.holder, self.releases) = (holder, releases) }
}
