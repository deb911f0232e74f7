/// How far a source was read.
public struct ReadPlace: Hashable, Sendable {
    /// The file, by the path under which it was found.
    public let path: String
    /// Where its last line ends.
    public let offset: Int64
}
