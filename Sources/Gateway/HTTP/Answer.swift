import HTTPTypes
import Hummingbird
import JSONTree
import NIOCore

/// What is sent back, before the headers that every answer has.
struct Answer: Sendable {
    static let fhirJSON = "application/fhir+json; charset=utf-8"
    private static let requestID = HTTPField.Name("X-Request-Id")
    private static let standing: HTTPFields = [
        .cacheControl: "no-store", .xContentTypeOptions: "nosniff", .strictTransportSecurity: "max-age=31536000",
        .contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
    ]

    let status: HTTPResponse.Status
    var headers: HTTPFields = [:]
    let body: [UInt8]
    /// A body that is sent piece by piece.
    private var stream: AnswerStream?
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

    /// An answer with a body that is JSON already.
    init(_ status: HTTPResponse.Status, json text: [UInt8]) {
        self.status = status
        body = text
        headers[.contentType] = Answer.fhirJSON
    }

    /// An answer with a text body.
    init(_ status: HTTPResponse.Status, text: String, contentType: String) {
        self.status = status
        body = Array(text.utf8)
        headers[.contentType] = contentType
    }

    /// An answer whose body is sent piece by piece.
    init(_ status: HTTPResponse.Status, stream: AnswerStream, contentType: String) {
        self.status = status
        body = []
        self.stream = stream
        headers[.contentType] = contentType
    }

    /// The response with the headers that all have: nothing is cached, sniffed, framed or sent in the clear. To HEAD it has no
    /// body: whoever asks for the head alone takes what follows it for the next answer (RFC 9110 §9.3.2).
    func response(to method: HTTPRequest.Method, requestID: String) -> Response {
        let whole = response(requestID: requestID)
        return method == .head ? whole.createHeadResponse() : whole
    }

    private func response(requestID: String) -> Response {
        var fields = Answer.standing
        for field in headers { fields[field.name] == nil ? fields.append(field) : (fields[field.name] = field.value) }
        if let name = Answer.requestID { fields.append(HTTPField(name: name, value: requestID)) }
        if let stream { return Response(status: status, headers: fields, body: stream.body) }
        guard !body.isEmpty else { return Response(status: status, headers: fields) }
        return Response(status: status, headers: fields, body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }
}
