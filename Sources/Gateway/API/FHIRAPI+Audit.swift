import FHIR
import HTTPTypes
import JSONTree
import Records
import Vocabulary

/// `AuditEvent` and `Provenance`: read from the access log and the ledger, searched by patient and date, never written.
extension FHIRAPI {
    /// `GET /fhir/AuditEvent?patient=P&date=ge…&date=le…` (IHE ITI-81: both bounds are needed), and the same of `Provenance`.
    func audit(_ kind: AuditKind, _ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let text = call.parameter("patient") ?? ""
        let patient = try patient(text.hasPrefix("Patient/") ? String(text.dropFirst(8)) : text)
        let dates = call.target.parameters.filter { $0.name == kind.dateName }.map(\.value)
        guard let period = AuditPeriod(dates) else {
            throw HTTPRefusal.parameter(kind.dateName, "one with ge and one with le are needed")
        }
        let (action, outcome) = (call.parameter("action"), call.parameter("outcome"))
        let page = try await session.accesses(
            to: patient, as: kind.rawValue, from: period.start, through: period.end,
            query: [kind.rawValue, action ?? "", outcome ?? ""],
            count: try call.count(limits), page: call.parameter("_page")
        ) { record in
            guard let json = record.json(patient, kind) else { return false }
            return (action.map { json["action"]?.string == $0 } ?? true)
                && (outcome.map { json["outcome"]?.string == $0 } ?? true)
        }
        let matches = page.records.compactMap { record in
            record.json(patient, kind).map { json in
                Bundle.Match(
                    fullUrl: "\(listening.url)/fhir/\(kind.rawValue)/\(record.name(of: patient).text)", resource: json,
                    mode: "match")
            }
        }
        return Answer(.ok, json: Bundle.searchset(matches, total: nil, links: links(page.next, call, kind)))
    }

    /// `GET /fhir/AuditEvent/{id}`, and the same of `Provenance`: the ids are those that the search gives, and stay.
    func audit(_ kind: AuditKind, _ id: String, _ session: RecordSession) async throws -> Answer {
        guard let name = AuditName(id) else { throw HTTPRefusal.notFound }
        guard let json = try await session.access(kind.rawValue, name).json(name.patient, kind) else {
            throw HTTPRefusal.notFound
        }
        return Answer(.ok, json)
    }

    private func links(_ next: String?, _ call: FHIRCall, _ kind: AuditKind) -> [Bundle.Link] {
        guard let next else { return [] }
        let query = call.target.parameters.filter { $0.name != "_page" }.map { name, value in
            "\(name)=\(FHIRAPI.escaped(value))"
        }
        let text = (query + ["_page=\(next)"]).joined(separator: "&")
        return [Bundle.Link("next", "\(listening.url)/fhir/\(kind.rawValue)?\(text)")]
    }

    /// Percent-encodes all but unreserved characters (RFC 3986 §2.3).
    static func escaped(_ text: String) -> String {
        var out = ""
        for byte in text.utf8 {
            let scalar = Unicode.Scalar(byte)
            let isPlain = (scalar.properties.isAlphabetic && byte < 128) || (48...57).contains(byte)
            if isPlain || "-._~".utf8.contains(byte) {
                out.unicodeScalars.append(scalar)
            } else {
                out += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return out
    }
}
