import FHIR
import HTTPTypes
import Records

extension Record {
    /// The version as HTTP names it (R4, http, "Managing Resource Contention").
    var etag: String { "W/\"\(version)\"" }

    /// An answer to who wrote the version, with what it wants back.
    func answer(_ status: HTTPResponse.Status, _ wants: FHIRCall.Return) -> Answer {
        guard wants == .outcome else { return answer(status, withResource: wants == .representation) }
        return answer(status, text: Record.stored.json.bytes)
    }

    /// What is said of what was written.
    static var stored: OperationOutcome {
        OperationOutcome([OperationOutcome.Issue(.information, "informational", detail: .init("stored"))])
    }

    /// An answer with the version's headers, and the resource unless it is not wanted or deleted.
    func answer(_ status: HTTPResponse.Status, withResource: Bool = true) -> Answer {
        answer(status, text: withResource ? text : nil)
    }

    private func answer(_ status: HTTPResponse.Status, text: [UInt8]?) -> Answer {
        var answer = text.map { Answer(status, json: $0) } ?? Answer(status)
        answer.headers[.eTag] = etag
        answer.headers[.lastModified] = lastUpdated.httpDate
        return answer
    }

    /// One entry of a search set.
    func match(_ base: String, mode: String = "match") -> Bundle.Match? {
        text.map { Bundle.Match(fullUrl: "\(base)/fhir/\(reference)", text: $0, mode: mode) }
    }
}
