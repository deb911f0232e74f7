/// How much a reader takes before it refuses.
public struct JSONLimits: Sendable, Hashable {
    /// Bytes of the whole text.
    public var maximumBytes: Int
    /// Arrays and objects inside one another; a lone array is 1 deep. Readers take no more than 256 whatever it says.
    public var maximumDepth: Int
    /// Values in all, arrays and objects included, keys not.
    public var maximumNodes: Int
    /// Characters of one number.
    public var maximumNumberLength: Int

    /// The defaults: 16 MiB, 64 deep, 4 million values, numbers of 256 characters.
    public init(
        maximumBytes: Int = 16 << 20, maximumDepth: Int = 64, maximumNodes: Int = 4_000_000,
        maximumNumberLength: Int = 256
    ) {
        self.maximumBytes = maximumBytes
        self.maximumDepth = maximumDepth
        self.maximumNodes = maximumNodes
        self.maximumNumberLength = maximumNumberLength
    }

    /// The depth that readers hold to: they recurse once a level.
    var depth: Int { min(maximumDepth, 256) }
}
