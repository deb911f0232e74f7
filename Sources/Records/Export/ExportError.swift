/// Why an export was not made or not opened: one line that names the place by ids, never a value.
public struct ExportError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What, and where.
    public let description: String

    init(_ description: String) { self.description = description }
}
