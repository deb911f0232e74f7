import FHIR
import JSONTree
import Records
import Vocabulary

extension FHIRAPI {
    /// `GET /fhir/{type}?…`: within the patient whom the query names; of Patient by what identifies one; of Appointment by
    /// professional and day.
    func search(
        _ type: String, _ parameters: [(name: String, value: String)], _ call: FHIRCall, _ session: RecordSession
    ) async throws -> Answer {
        if FHIRAPI.patient(named: parameters, type) == nil {
            if type == "Patient" { return try await identity(parameters, session) }
            if type == "Appointment", parameters.contains(where: { $0.name == "practitioner" || $0.name == "date" }) {
                return try await agenda(parameters, session)
            }
        }
        return try await typeSearch(type, parameters, call, session)
    }

    /// `POST /fhir/{type}/_search`: the same, with the parameters of the body and of the URL.
    func searchForm(_ type: String, _ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let parameters = call.target.parameters + (try FormText.parameters(call.body, limits: limits))
        return try await search(type, parameters, call, session)
    }

    /// At most ten patients, or none and "keep typing".
    private func identity(_ parameters: [(name: String, value: String)], _ session: RecordSession) async throws
        -> Answer
    {
        let parameters = parameters.filter { $0.name != "_format" }
        let query: SearchQuery
        do throws(SearchQuery.Refusal) {
            query = try SearchQuery(parse: parameters)
        } catch {
            throw HTTPRefusal.parameter(error.parameter, error.reason.rawValue)
        }
        let result: SearchResult
        do throws(RecordError) {
            result = try await session.search(query)
        } catch {
            guard case .keepTyping = error else { throw error }
            return Answer(.ok, json: Bundle.searchset([Outcomes.keepTyping], total: nil))
        }
        return try found(result.records.compactMap { $0.match(listening.url) }, result.refused)
    }

    /// `GET /fhir/Appointment?practitioner=<member>&date=YYYY-MM-DD`: a professional's day, with its patients.
    private func agenda(
        _ parameters: [(name: String, value: String)], _ session: RecordSession
    ) async throws -> Answer {
        for (name, _) in parameters where !["practitioner", "date", "_format"].contains(name) {
            throw HTTPRefusal.parameter(name)
        }
        guard Set(parameters.map(\.name)).count == parameters.count else {
            throw HTTPRefusal.parameter("practitioner, date", "given more than once")
        }
        let named = Dictionary(parameters.map { ($0.name, $0.value) }) { first, _ in first }
        guard let practitioner = named["practitioner"] else { throw HTTPRefusal.parameter("practitioner", "required") }
        guard let day = named["date"] else { throw HTTPRefusal.parameter("date", "required") }
        let id = practitioner.hasPrefix("Practitioner/") ? practitioner.dropFirst(13) : practitioner[...]
        guard let member = MemberID(id) else { throw HTTPRefusal.parameter("practitioner", "not the id of a member") }
        guard SearchTerm(.birthdate, day).folded != nil else { throw HTTPRefusal.parameter("date", "not a day") }
        let agenda = try await session.agenda(professional: member, day: day)
        let slots = agenda.slots.compactMap { $0.appointment.match(listening.url) }
        let patients = agenda.slots.compactMap { $0.patient.match(listening.url, mode: "include") }
        return try found(slots + FHIRAPI.distinct(patients), agenda.refused, total: slots.count)
    }

    private static func distinct(_ matches: [Bundle.Match]) -> [Bundle.Match] {
        var seen: Set<String> = []
        return matches.filter { seen.insert($0.fullUrl).inserted }
    }

    /// The total counts what is shown. When a limit kept all of it back, the answer is that refusal.
    private func found(
        _ matches: [Bundle.Match], _ refused: [Records.Refusal], total: Int? = nil
    ) throws(HTTPRefusal) -> Answer {
        let refusals = refused.filter { $0.reason != .unknown }
            .map { HTTPRefusal($0.reason, retryAfter: $0.retryAfter) }
        if matches.isEmpty, let first = refusals.first { throw first }
        let entries = matches + Outcomes.refused(refusals)
        return Answer(.ok, json: Bundle.searchset(entries, total: total ?? matches.count))
    }
}
