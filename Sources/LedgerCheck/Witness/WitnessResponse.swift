/// What a witness answers to an HTTP request.
public struct WitnessResponse: Hashable, Sendable {
    /// The HTTP status.
    public let status: Int
    /// The body.
    public let body: [UInt8]
    /// The content type of the body.
    public let contentType: String

    init(_ status: Int, _ body: String = "", contentType: String = "text/plain; charset=utf-8") {
        self.status = status
        self.body = Array(body.utf8)
        self.contentType = contentType
    }
}
