/// A resource that was found by tokens.
public struct StoredMatch: Hashable, Sendable {
    /// The resource; `key.patient` and `key.ordinal` are what the rows' codes are bound to.
    public let key: ResourceKey
    /// Its rows of the tokens that were asked for, in their order, then by tier.
    public let rows: [StoredRow]

    /// Holds a match.
    public init(key: ResourceKey, rows: [StoredRow]) {
        self.key = key
        self.rows = rows
    }
}
