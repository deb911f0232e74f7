import HTTPTypes
import Hummingbird
import JSONTree
import NIOCore

/// What is sent back, before the headers that every answer has.
struct Answer: Sendable {
    static let fhirJSON = "application/fhir+json; charset=utf-8"

    let status: HTTPResponse.Status
    var headers: HTTPFields = [:]
    let body: [UInt8]
    /// For metrics: why it was refused.
    var reason: String?

    /// An answer without body.
    init(_ status: HTTPResponse.Status) {
        self.status = status
        body = []
    }

    /// An answer with a JSON body.
    init(_ status: HTTPResponse.Status, _ json: JSONValue, contentType: String = Answer.fhirJSON) {
        self.status = status
        body = json.bytes
        headers[.contentType] = contentType
    }

    /// An answer with a text body.
    init(_ status: HTTPResponse.Status, text: String, contentType: String) {
        self.status = status
        body = Array(text.utf8)
        headers[.contentType] = contentType
    }

    /// The response with the headers that all have: nothing is cached, sniffed, framed or sent in the clear.
    func response(requestID: String) -> Response {
        var fields = headers
        fields[.cacheControl] = "no-store"
        fields[.xContentTypeOptions] = "nosniff"
        fields[.strictTransportSecurity] = "max-age=31536000"
        fields[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        if let name = HTTPField.Name("X-Request-Id") { fields[name] = requestID }
        guard !body.isEmpty else { return Response(status: status, headers: fields) }
        return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}
