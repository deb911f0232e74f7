/// Something in a resource that R4 does not allow, or that is doubtful: what, and where; never the value.
public struct StructureIssue: Hashable, Sendable, CustomStringConvertible {
    /// How bad it is.
    public enum Severity: String, Sendable {
        /// The resource is refused.
        case error
        /// The resource is kept as it is.
        case warning
    }

    /// What is wrong.
    public let code: Code
    /// Where, as FHIRPath writes it: `Patient.contact[0].name`.
    public let location: String

    /// How bad it is.
    public var severity: Severity { code.severity }

    /// Code and location.
    public var description: String { "\(code.rawValue) at \(location)" }
}
