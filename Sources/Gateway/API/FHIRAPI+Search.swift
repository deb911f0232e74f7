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
        if SearchPlace.named(parameters, type) == nil {
            if type == "Patient" { return try await identity(parameters, call, session) }
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
    private func identity(
        _ all: [(name: String, value: String)], _ call: FHIRCall, _ session: RecordSession
    ) async throws -> Answer {
        let parameters = FHIRAPI.asked(all)
        let shown = try query("Patient", parameters.filter { FHIRAPI.shapesPatients($0.name) }, call, session)
        let query: SearchQuery
        do throws(SearchQuery.Refusal) {
            query = try SearchQuery(
                parse: parameters.filter { !FHIRAPI.shapesPatients($0.name) }, isLenient: call.isLenient)
        } catch {
            throw HTTPRefusal.parameter(error.parameter, error.reason.rawValue)
        }
        let ignored = Outcomes.ignored(query.ignored)
        let result: SearchResult
        do throws(RecordError) {
            result = try await session.search(query)
        } catch {
            guard case .keepTyping = error else { throw error }
            return Answer(.ok, json: Bundle.searchset([Outcomes.keepTyping] + ignored, total: nil))
        }
        // Counted and opened all the same: how many match is an answer about them.
        guard shown.isCountOnly || result.records.count <= shown.count else {
            return Answer(.ok, json: Bundle.searchset([Outcomes.keepTyping] + ignored, total: nil))
        }
        let matches = result.records.compactMap { $0.projected(shown.projection).match(listening.url) }
        return try found(
            shown.isCountOnly ? [] : matches, result.refused, total: matches.count, beside: ignored)
    }

    /// Whether a parameter says how patients are shown. Sorting and including would look beyond one patient.
    private static func shapesPatients(_ name: String) -> Bool {
        ["_count", "_summary", "_elements", "_total"].contains(String(name.prefix { $0 != ":" }))
    }

    /// `GET /fhir/Appointment?practitioner=<member>&date=YYYY-MM-DD`: a professional's day, with its patients.
    private func agenda(
        _ parameters: [(name: String, value: String)], _ session: RecordSession
    ) async throws -> Answer {
        for (name, _) in parameters where !["practitioner", "date", "_format", "_pretty"].contains(name) {
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

    /// The total counts what is found and not kept back. When a limit kept all of it back, the answer is that refusal.
    private func found(
        _ matches: [Bundle.Match], _ refused: [Records.Refusal], total: Int, beside outcomes: [Bundle.Match] = []
    ) throws(HTTPRefusal) -> Answer {
        let refusals = refused.filter { $0.reason != .unknown }
            .map { HTTPRefusal($0.reason, retryAfter: $0.retryAfter) }
        if total == 0, let first = refusals.first { throw first }
        let entries = matches + Outcomes.refused(refusals) + outcomes
        return Answer(.ok, json: Bundle.searchset(entries, total: total))
    }
}
