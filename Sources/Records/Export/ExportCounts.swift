/// How much an export holds.
public struct ExportCounts: Hashable, Sendable {
    /// Boxes of keys.
    public var pages = 0
    /// Patients whose keys are in them.
    public var patients = 0
    /// Resources, each in its current version.
    public var resources = 0
    /// Documents among them whose content lies apart.
    public var documents = 0
    /// Chunks of those.
    public var chunks = 0
    /// Bytes of the file.
    public var bytes = 0
    /// SHA-256 of the file: what the two ends compare.
    public var digest: [UInt8] = []

    /// Nothing yet.
    public init() {}
}
