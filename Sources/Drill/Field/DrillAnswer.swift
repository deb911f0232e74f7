import JSONTree

/// The answer to a ``DrillRequest``.
public struct DrillAnswer: Sendable, Equatable {
    /// The HTTP status.
    public let status: Int
    /// The body, whole.
    public let body: [UInt8]

    /// Makes an answer of its parts.
    public init(status: Int, body: [UInt8]) {
        self.status = status
        self.body = body
    }

    /// The body as JSON; nil when it is none.
    var json: JSONValue? { try? JSONValue(parsing: body) }

    /// The code of the first issue of an OperationOutcome.
    var code: String? { json?["issue"]?.array?.first?["details"]?["coding"]?.array?.first?["code"]?.string }
}
