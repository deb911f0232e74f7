import FHIR
import JSONTree
import Records
import Vocabulary

extension FHIRAPI {
    /// `GET /fhir/{type}/{id}/_history/{version}`
    func read(
        _ type: String, _ id: String, _ version: String, _ call: FHIRCall, _ session: RecordSession
    ) async throws -> Answer {
        guard let version = FHIRCall.version(version) else { throw HTTPRefusal.notFound }
        if type == "Binary" { return try await binary(id, call, version: version, session) }
        return try await session.read(type, id, version: version).answer(.ok)
    }

    /// `GET /fhir/{type}/{id}`; 304 for who has it.
    func read(_ type: String, _ id: String, _ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let record = try await session.read(type, id)
        guard Conditions(call.headers).isKnown(record) else { return record.answer(.ok) }
        return record.answer(.notModified, withResource: false)
    }

    /// `GET /fhir/{type}/{id}/_history`
    func history(_ type: String, _ id: String, _ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let count = try call.count(limits)
        let page = try await session.history(type, id, count: count, page: call.parameter("_page"))
        let path = "\(type)/\(id)/_history"
        return Answer(.ok, HistoryBundle(page: page, base: listening.url, links: links(page, path, count)).json)
    }

    /// `GET /fhir/Patient/{id}/$everything`
    func everything(_ text: String, _ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let patient = try patient(text)
        let count = try call.count(limits)
        let types = try types(call.parameter("_type"))
        let names = ["start", "end", "_since"]
        let dates = names.map { call.parameter($0) }
        guard let period = CarePeriod(start: dates[0], end: dates[1], since: dates[2]) else {
            throw HTTPRefusal.parameter("start, end, _since", "not a date")
        }
        let page = try await session.everything(
            patient: patient, types: types, in: period, count: count, page: call.parameter("_page"))
        var query = types.map { "&_type=\($0.joined(separator: ","))" } ?? ""
        for (name, date) in zip(names, dates) {
            if let date { query += "&\(name)=\(date.replacing("+", with: "%2B"))" }
        }
        return searchset(page, links(page, "Patient/\(patient)/$everything", count, query))
    }

    /// `_type`: names of resource types between commas. Throws 400.
    private func types(_ text: String?) throws(HTTPRefusal) -> [String]? {
        guard let text else { return nil }
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard names.count <= 32, names.allSatisfy({ ResourceType($0) != nil }) else {
            throw .parameter("_type", "not a list of resource types")
        }
        return names
    }

    private func links(_ page: RecordPage, _ path: String, _ count: Int, _ query: String = "") -> [Bundle.Link] {
        guard let next = page.next else { return [] }
        return [Bundle.Link("next", "\(listening.url)/fhir/\(path)?_count=\(count)\(query)&_page=\(next)")]
    }

    /// No total: a count is an answer about what this reader may not see.
    private func searchset(_ page: RecordPage, _ links: [Bundle.Link]) -> Answer {
        var matches = page.records.compactMap { $0.match(listening.url) }
        if let outcome = Outcomes.withheld(page) { matches.append(outcome) }
        return Answer(.ok, json: Bundle.searchset(matches, total: nil, links: links))
    }
}
