import JSONTree

/// An OperationOutcome (R4): what went wrong, told without values.
public struct OperationOutcome: Sendable, Equatable {
    /// How bad it is.
    public enum Severity: String, Sendable { case fatal, error, warning, information }

    /// One issue.
    public struct Issue: Sendable, Equatable {
        /// How bad it is.
        public var severity: Severity
        /// A code of R4's IssueType: `invalid`, `not-found`, `forbidden`, `throttled` …
        public var code: String
        /// A code of ours, such as `opening-limit`.
        public var detail: Detail?
        /// A sentence for people.
        public var diagnostics: String?
        /// FHIRPath locations.
        public var expressions: [String]

        /// Describes an issue.
        public init(
            _ severity: Severity, _ code: String, detail: Detail? = nil, diagnostics: String? = nil,
            expressions: [String] = []
        ) {
            self.severity = severity
            self.code = code
            self.detail = detail
            self.diagnostics = diagnostics
            self.expressions = expressions
        }
    }

    /// `issue.details.coding`.
    public struct Detail: Sendable, Equatable {
        /// The code system.
        public var system: String
        /// The code.
        public var code: String

        /// Names a code; the system is ours unless said otherwise.
        public init(_ code: String, system: String = Detail.ownSystem) {
            self.code = code
            self.system = system
        }

        /// The code system of our own codes.
        public static let ownSystem = "urn:colloque:outcome"
    }

    /// The issues, at least one for a valid resource.
    public var issues: [Issue]

    /// Holds issues.
    public init(_ issues: [Issue]) { self.issues = issues }

    /// One error or warning for each structure issue.
    public init(structure issues: [StructureIssue]) {
        self.issues = issues.map {
            Issue(
                $0.severity == .error ? .error : .warning, "structure", detail: Detail($0.code.rawValue),
                expressions: [$0.location])
        }
    }

    /// The resource.
    public var json: JSONValue {
        ["resourceType": "OperationOutcome", "issue": .array(issues.map(\.json))]
    }
}

extension OperationOutcome.Issue {
    var json: JSONValue {
        var issue = JSONObject()
        issue["severity"] = .string(severity.rawValue)
        issue["code"] = .string(code)
        if let detail {
            issue["details"] = ["coding": [["system": .string(detail.system), "code": .string(detail.code)]]]
        }
        if let diagnostics { issue["diagnostics"] = .string(diagnostics) }
        if !expressions.isEmpty { issue["expression"] = .array(expressions.map(JSONValue.string)) }
        return .object(issue)
    }
}
