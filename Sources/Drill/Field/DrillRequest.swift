/// One HTTPS request of an attacker or of an honest user.
public struct DrillRequest: Sendable {
    /// `GET`, `POST`, …
    public let method: String
    /// Path and query, from `/`.
    public let path: String
    /// The access token, if any.
    public let token: String?
    /// A JSON body, if any.
    public let body: [UInt8]?
    /// The body's media type.
    public let type: String

    /// What shows that the sender may ask.
    public let proof: DrillProof

    /// Makes a request of its parts.
    public init(
        _ method: String = "GET", _ path: String, token: String?, body: [UInt8]? = nil,
        type: String = "application/fhir+json", proof: DrillProof = .honest
    ) {
        self.method = method
        self.path = path
        self.token = token
        self.body = body
        self.type = type
        self.proof = proof
    }
}
