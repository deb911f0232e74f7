import FHIR
import HTTPTypes
import JSONTree
import Records

extension FHIRAPI {
    /// `POST /fhir/Patient/$match` (R4, Patient, operations): `Parameters` with a Patient as `resource`, `onlyCertainMatches` and
    /// `count`, or the Patient alone. Whoever may be the patient described, the best first, with score and grade.
    func match(_ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let wanted = try FHIRAPI.wanted(try call.json())
        let result: MatchResult
        do throws(RecordError) {
            result = try await session.match(PatientMatch(wanted.patient), onlyCertain: wanted.onlyCertain)
        } catch {
            guard case .keepTyping = error else { throw error }
            return Answer(.ok, json: Bundle.searchset([Outcomes.keepTyping], total: nil))
        }
        let refusals = result.refused.map { HTTPRefusal($0.reason, retryAfter: $0.retryAfter) }
        if result.found.isEmpty, let first = refusals.first { throw first }
        let matches = result.found.prefix(wanted.count).compactMap { found in
            var match = found.record.match(listening.url)
            match?.score = found.score
            return match
        }
        var outcomes = Outcomes.refused(refusals)
        if result.omits { outcomes.append(Outcomes.withheld) }
        if result.isBroad { outcomes.append(Outcomes.keepTyping) }
        return Answer(.ok, json: Bundle.searchset(matches + outcomes, total: matches.count))
    }

    private typealias Wanted = (patient: JSONValue, onlyCertain: Bool, count: Int)

    /// What is asked. Throws 422 for what is not as R4 has it.
    private static func wanted(_ body: JSONValue) throws -> Wanted {
        guard body["resourceType"]?.string == "Parameters" else { return (try checked(body, ""), false, .max) }
        let parameters = try OperationParameters(body)
        try parameters.allow(["resource", "onlyCertainMatches", "count"])
        let place = OperationParameters.place("resource") + ".resource"
        guard let patient = try parameters.resource("resource") else { throw HTTPRefusal.element("required", place) }
        let number = try parameters.value("count", "valueInteger")?.number?.int64
        let isCount = try parameters.value("count", "valueInteger") == nil || (number.map { $0 > 0 } ?? false)
        guard isCount else { throw HTTPRefusal.element("value", OperationParameters.place("count")) }
        return (
            try checked(patient, place), try parameters.flag("onlyCertainMatches"), Int(clamping: number ?? .max)
        )
    }

    private static func checked(_ patient: JSONValue, _ place: String) throws -> JSONValue {
        guard patient["resourceType"]?.string == "Patient" else {
            throw HTTPRefusal.element("resource-type", place.isEmpty ? "resourceType" : place)
        }
        let issues = StructureCheck.issues(patient).filter { $0.severity == .error }
        guard issues.isEmpty else {
            throw HTTPRefusal(.unprocessableContent, "invalid-resource", OperationOutcome(structure: issues).issues)
        }
        return patient
    }
}
