import Vocabulary

/// Phantom kinds of the 16-byte blocks of the index.
public enum StoredBlock {
    /// A folded value, keyed.
    public enum Token: Sendable {}
    /// The broker's proof that it wrote a row.
    public enum Code: Sendable {}
}

/// 16 bytes that stand for a folded value in one field of one practice.
public typealias RowToken = ID<StoredBlock.Token>
/// 16 bytes by which the broker knows a row for its own.
public typealias RowCode = ID<StoredBlock.Code>

/// One index row of a resource. Whose it is, patient and ordinal, the resource's key says.
public struct StoredRow: Hashable, Sendable {
    /// The value's token.
    public let token: RowToken
    /// The row's authentication code.
    public let code: RowCode
    /// The tier that the value belongs to: a version that re-seals a tier replaces its rows.
    public let tier: Tier

    /// Holds a row.
    public init(token: RowToken, code: RowCode, tier: Tier) {
        self.token = token
        self.code = code
        self.tier = tier
    }
}
