import JSONTree

/// What became of a merge.
public struct MergeResult: Sendable {
    /// The target as it is now; as it would be, for a preview.
    public let target: JSONValue
    /// Whether anything was written: not for a preview, and not where the two were merged before.
    public let isWritten: Bool
}
