import FHIR
import HTTPTypes
import JSONTree
import Records
import Vocabulary

/// Searches within one patient (docs/search.md).
extension FHIRAPI {
    /// `GET /fhir/Patient/{id}/{type}?…`: the patient's compartment.
    func compartment(
        _ text: String, _ type: String, _ call: FHIRCall, _ session: RecordSession
    ) async throws -> Answer {
        try await clinical(type, try patient(text), call.target.parameters, call, "Patient/\(text)/\(type)", session)
    }

    /// `GET /fhir/{type}?patient=P&…` and `POST /fhir/{type}/_search`: the patient is named by a parameter that says whose
    /// the resources are. Without one the practice's own are searched, where the type has any; otherwise there is no answer,
    /// since nothing lists a practice's whole base.
    func typeSearch(
        _ type: String, _ parameters: [(name: String, value: String)], _ call: FHIRCall, _ session: RecordSession
    ) async throws -> Answer {
        let patient = try SearchPlace.patient(of: parameters, type)
        let query = try query(type, FHIRAPI.asked(parameters), call, session)
        if patient == nil { try FHIRAPI.requireOwn(query) }
        return try await clinical(query, patient, parameters, type, session)
    }

    /// Throws where a search among the practice's own resources asks what patients' resources refer to.
    static func requireOwn(_ query: ClinicalQuery) throws(HTTPRefusal) {
        guard query.referringTypes.allSatisfy(\.mayBePatientless) else { throw .patientRequired }
    }

    private func clinical(
        _ type: String, _ patient: PatientID, _ all: [(name: String, value: String)], _ call: FHIRCall, _ path: String,
        _ session: RecordSession
    ) async throws -> Answer {
        try await clinical(try query(type, FHIRAPI.asked(all), call, session), patient, all, path, session)
    }

    /// What is asked, without how it is to be shown.
    static func asked(_ all: [(name: String, value: String)]) -> [(name: String, value: String)] {
        all.filter { $0.name != "_page" && $0.name != "_format" && $0.name != "_pretty" }
    }

    /// Answers a query that was read of the parameters.
    func clinical(
        _ query: ClinicalQuery, _ patient: PatientID?, _ all: [(name: String, value: String)], _ path: String,
        _ session: RecordSession
    ) async throws -> Answer {
        let parameters = FHIRAPI.asked(all)
        let digest = (query.lastOfEach == nil ? [] : [path]) + parameters.flatMap { [$0.name, $0.value] }
        let page = all.first { $0.name == "_page" }?.value
        let result = try await session.search(patient: patient, query, digest: digest, page: page)
        var matches = result.matches.compactMap { $0.match(listening.url) }
        matches += result.included.compactMap { $0.match(listening.url, mode: "include") }
        if let outcome = Outcomes.withheld(result) { matches.append(outcome) }
        if !result.ignored.isEmpty { matches.append(Outcomes.ignored(result.ignored)) }
        let text = parameters.map { "\(FHIRAPI.escaped($0.name))=\(FHIRAPI.escaped($0.value))" }.joined(separator: "&")
        let url = "\(listening.url)/fhir/\(path)" + (text.isEmpty ? "" : "?" + text)
        var links = [Bundle.Link("self", url)]
        if let next = result.next {
            links.append(Bundle.Link("next", url + (text.isEmpty ? "?" : "&") + "_page=\(next)"))
        }
        return Answer(.ok, json: Bundle.searchset(matches, total: result.total, links: links))
    }

    /// Reads a query. Throws 400 with everything that is wrong with it.
    func query(
        _ type: String, _ parameters: [(name: String, value: String)], _ call: FHIRCall, _ session: RecordSession,
        isStrict: Bool = false
    ) throws -> ClinicalQuery {
        guard let type = ResourceType(type) else { throw HTTPRefusal.notFound }
        var options = options(call)
        if isStrict { options.isLenient = false }
        do throws(ClinicalIssues) {
            return try ClinicalQuery(type, parameters, now: session.now, options: options)
        } catch {
            throw HTTPRefusal(.badRequest, "search", error.outcome.issues)
        }
    }

    /// What queries are read with.
    func options(_ call: FHIRCall) -> ClinicalOptions {
        var options = ClinicalOptions()
        options.isLenient = call.isLenient
        options.bases = [listening.url + "/fhir"]
        options.count = limits.standardPage
        options.limits.page = limits.maximumPage
        return options
    }
}

extension HTTPRefusal {
    /// The history of a type, or of everything.
    static let historyOfOne = HTTPRefusal(
        .forbidden, "suppressed", "history-of-one",
        "History is that of one resource: nothing lists a practice's whole base.")
    /// A search that names no patient.
    static let patientRequired = HTTPRefusal(
        .forbidden, "suppressed", "patient-required",
        "Resources are searched within one patient: name it by patient=… or subject=….")
}
