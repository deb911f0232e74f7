import JSONTree

/// How much a patch may ask for.
public struct PatchLimits: Sendable, Hashable {
    /// Operations of one patch.
    public var maximumOperations: Int
    /// Bytes of one pointer.
    public var maximumPointerBytes: Int
    /// Steps of a pointer, and arrays and objects inside one another in what an operation makes.
    public var maximumDepth: Int
    /// Bytes of compact text that all operations write together: added, replaced, copied and moved. What is removed
    /// again counts all the same, so that time is bounded and not only the result.
    public var maximumBytes: Int
    /// Elements that the paths of a FHIRPath Patch visit together.
    public var maximumVisits: Int

    /// The defaults: 256 operations, pointers of 512 bytes, a million visits, and what the reader of JSON takes: a result that it would
    /// refuse could be stored and never read.
    public init(
        maximumOperations: Int = 256, maximumPointerBytes: Int = 512, maximumDepth: Int = JSONLimits().maximumDepth,
        maximumBytes: Int = JSONLimits().maximumBytes, maximumVisits: Int = 1_000_000
    ) {
        self.maximumOperations = maximumOperations
        self.maximumPointerBytes = maximumPointerBytes
        self.maximumDepth = min(maximumDepth, 256)
        self.maximumBytes = maximumBytes
        self.maximumVisits = maximumVisits
    }
}
