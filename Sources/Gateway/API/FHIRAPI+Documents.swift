import FHIR
import Foundation
import HTTPTypes
import Hummingbird
import JSONTree
import Records
import Vocabulary

/// Documents as they are: R4, Binary, "Serving Binary Resources using the RESTful API".
extension FHIRAPI {
    /// `POST /fhir/Binary` with a content of its own media type, and `X-Security-Context: Patient/P`.
    func receive(_ request: Request, _ session: RecordSession) async throws -> Answer {
        let patient = try FHIRAPI.securityContext(request)
        let record = try await session.createDocument(
            try FHIRAPI.type(request), about: patient, try BodyPieces(request, limits: limits))
        var answer = record.answer(.created, withResource: false)
        answer.headers[.location] = "\(listening.url)/fhir/\(record.reference)/_history/\(record.version)"
        return answer
    }

    /// `PUT /fhir/Binary/{id}` with a content of its own media type, and `If-Match`.
    func replace(_ id: String, _ request: Request, _ session: RecordSession) async throws -> Answer {
        let record = try await session.updateDocument(
            id, try FHIRAPI.type(request), ifMatch: try request.headers[.ifMatch].map(FHIRCall.version(tag:)),
            try BodyPieces(request, limits: limits))
        return record.answer(.ok, withResource: false)
    }

    /// `GET /fhir/Binary/{id}`: the content itself, or the range of it that is asked for; as a resource where `Accept` or
    /// `_format` ask for JSON.
    func binary(_ id: String, _ call: FHIRCall, version: UInt32? = nil, _ session: RecordSession) async throws -> Answer
    {
        let document = try await session.document(id, version: version)
        if call.wantsJSON { return try await resource(document) }
        guard MediaTypes.accepts(call.headers[.accept], document.contentType) else { throw HTTPRefusal.notAcceptable }
        // Entity tags are weak, so a range that depends on one asks for all (RFC 9110 §13.1.5).
        let range = call.headers[.ifRange] == nil ? call.headers[.range] : nil
        var answer: Answer
        switch ByteRange(range, of: document.length) {
        case .unsatisfiable:
            throw HTTPRefusal(
                .rangeNotSatisfiable, "invalid", "range",
                headers: [.contentRange: "bytes */\(document.length)"])
        case .whole: answer = content(.ok, document, 0..<document.length, session)
        case .part(let range):
            answer = content(.partialContent, document, range, session)
            answer.headers[.contentRange] =
                "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(document.length)"
        }
        answer.headers[.eTag] = document.record.etag
        answer.headers[.lastModified] = document.record.lastUpdated.httpDate
        return answer
    }

    /// A document is downloaded, never shown in place: it may hold anything.
    private func content(
        _ status: HTTPResponse.Status, _ document: OpenedDocument, _ range: Range<UInt64>, _ session: RecordSession
    ) -> Answer {
        let (downloads, holder) = (downloads, session.info.holder)
        let stream = AnswerStream(length: UInt64(range.count)) { piece in
            try downloads.enter(holder)
            defer { downloads.leave(holder) }
            try await document.read(range, piece)
        }
        var answer = Answer(status, stream: stream, contentType: document.contentType)
        answer.headers[.acceptRanges] = "bytes"
        answer.headers[.contentDisposition] = "attachment"
        answer.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'; sandbox"
        return answer
    }

    private func resource(_ document: OpenedDocument) async throws -> Answer {
        guard document.length <= limits.maximumDocumentInJSON else {
            throw HTTPRefusal(
                .notAcceptable, "too-long", "too-long-for-json", "Ask for the document by its own media type.")
        }
        guard var object = document.record.resource?.object else { return document.record.answer(.ok) }
        var data = Data()
        try await document.read(0..<document.length) { data.append(contentsOf: $0) }
        object["data"] = .string(data.base64EncodedString())
        var answer = Answer(.ok, JSONValue.object(object))
        answer.headers[.eTag] = document.record.etag
        answer.headers[.lastModified] = document.record.lastUpdated.httpDate
        return answer
    }

    private static func type(_ request: Request) throws(HTTPRefusal) -> DocumentType {
        guard let type = request.headers[.contentType].flatMap({ DocumentType($0) }) else { throw .mediaType }
        return type
    }

    private static func securityContext(_ request: Request) throws(HTTPRefusal) -> PatientID {
        guard let name = HTTPField.Name("X-Security-Context"), let text = request.headers[name] else {
            throw .header("X-Security-Context")
        }
        let id = text.hasPrefix("Patient/") ? text.dropFirst(8) : ""
        guard let patient = PatientID(id) else { throw .header("X-Security-Context") }
        return patient
    }
}
