import FHIR
import HTTPTypes
import JSONTree
import Records
import Vocabulary

/// `Observation/$lastn` (R4, Observation, operations): the newest of each kind, within one patient.
extension FHIRAPI {
    /// `GET /fhir/Observation/$lastn?patient=P&max=3&…`: a search within the patient whose matches are grouped by code.
    func lastN(
        _ all: [(name: String, value: String)], _ call: FHIRCall, _ session: RecordSession
    ) async throws -> Answer {
        guard let patient = SearchPlace.named(all, "Observation") else { throw HTTPRefusal.patientRequired }
        let query: ClinicalQuery
        do throws(ClinicalIssues) {
            query = try ClinicalQuery.last(FHIRAPI.asked(all), now: session.now, options: options(call))
        } catch {
            throw HTTPRefusal(.badRequest, "search", error.outcome.issues)
        }
        return try await clinical(query, patient, all, "Observation/$lastn", session)
    }

    /// `POST /fhir/Observation/$lastn`: the same, each parameter as one of `Parameters`, beside those of the URL.
    func lastNPosted(_ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let body = try OperationParameters(call.resource(of: "Parameters"))
        return try await lastN(call.target.parameters + (try body.texts(limits)), call, session)
    }
}
