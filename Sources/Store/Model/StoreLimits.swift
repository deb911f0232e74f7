/// What one call may carry. Beyond a limit the call is refused as `invalid` and nothing is written.
public enum StoreLimits {
    /// Bytes of a resource type or of an id.
    public static let maximumName = 64
    /// Bytes of one sealed part: 16 MiB.
    public static let maximumPart = 16 << 20
    /// Bytes of all sealed parts of one deposit: 256 MiB.
    public static let maximumDeposit = 256 << 20
    /// Versions, and new patients, in one deposit.
    public static let maximumVersions = 100_000
    /// Index rows of one version.
    public static let maximumRows = 1024
    /// Bytes of a wrapped patient key.
    public static let maximumWrappedKey = 1024
    /// Tokens in one search.
    public static let maximumSearchTokens = 32
    /// Tokens, keys or patients in one call that takes a list of them.
    public static let maximumBatch = 100_000
    /// Entries on one page of a list, a history or a search.
    public static let maximumPage = 1000
    /// Bytes of sealed parts on one page of a list or a history: 8 MiB. The version that reaches it is the last of its page.
    public static let maximumPageBytes = 8 << 20
    /// Bytes of one chunk of a document: 64 KiB and what sealing adds.
    public static let maximumChunk = 65_552
    /// Chunks of one document: 225 MiB.
    public static let maximumChunks: UInt32 = 3_600
    /// Bytes of a document's sealed header.
    public static let maximumHeader = 256
    /// Chunks in one call.
    public static let maximumChunksAtOnce = 64
    /// Documents of one practice that arrive at once.
    public static let maximumArriving = 64
    /// Ordinals reserved for one patient in one call.
    public static let maximumOrdinals: UInt32 = 1_000_000
}
