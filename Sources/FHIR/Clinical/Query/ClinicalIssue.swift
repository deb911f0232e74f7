/// What is wrong with one parameter of a query: its name, a code, a reason; never its value.
public struct ClinicalIssue: Error, Equatable, Sendable, CustomStringConvertible {
    /// What kind of fault it is.
    public enum Code: String, Sendable {
        /// No such parameter for the type.
        case unknown
        /// A value that the parameter cannot have.
        case value
        /// A modifier that the parameter does not have, or that is not supported.
        case modifier
        /// A parameter that R4 knows and that is not supported.
        case unsupported
        /// More than ``ClinicalLimits`` allows.
        case tooMany
    }

    /// The parameter's name as given, or `?` where it could say anything else.
    public let parameter: String
    /// What kind of fault it is.
    public let code: Code
    /// The reason, for people.
    public let reason: String

    init(_ name: some StringProtocol, _ code: Code, _ reason: String) {
        parameter = ClinicalIssue.printable(name)
        self.code = code
        self.reason = reason
    }

    /// Parameter and reason.
    public var description: String { "\(parameter): \(reason)" }

    /// Names as parameters have them; a name is input.
    private static func printable(_ name: some StringProtocol) -> String {
        let isPlain =
            (1...96).contains(name.utf8.count)
            && name.utf8.allSatisfy { byte in
                (byte | 0x20) &- UInt8(ascii: "a") < 26 || PrimitiveKind.isDigit(byte) || "-_.:*".utf8.contains(byte)
            }
        return isPlain ? String(name) : "?"
    }
}

/// Everything that is wrong with a query.
public struct ClinicalIssues: Error, Equatable, Sendable {
    /// The issues, in the order of the parameters.
    public let issues: [ClinicalIssue]

    /// One error for each.
    public var outcome: OperationOutcome {
        OperationOutcome(
            issues.map { issue in
                let isInvalid = issue.code == .value || issue.code == .tooMany
                return .init(
                    .error, isInvalid ? "invalid" : "not-supported",
                    detail: .init("search-\(issue.code.rawValue)"), diagnostics: issue.description)
            })
    }
}
