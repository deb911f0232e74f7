import FHIR
import HTTPTypes
import JSONTree
import Records
import Vocabulary

/// Conditional create, update, patch and delete (R4, http). The condition finds patients by what identifies one, the practice's own
/// resources among these, everything else within the patient whom it names; what it finds was opened and counted like any search.
extension FHIRAPI {
    /// `POST /fhir/{type}` with `If-None-Exist`: nothing is made where the condition finds one resource, which is answered.
    func create(
        _ type: String, unless condition: String, _ call: FHIRCall, _ session: RecordSession
    ) async throws -> Answer {
        let parameters = try FormText.parameters(condition.utf8, limits: limits)
        return try await onCondition(type, parameters, call, session) { found in
            guard let found else {
                let owner = FHIRAPI.owner(of: try call.resource(of: type))
                try ConditionPlace(parameters, type)?.require(owner)
                return try await created(type, call, session)
            }
            return found.answer(.ok, call.wants)
        }
    }

    /// `PUT /fhir/{type}?…`: replaces the one resource that the condition finds, or makes one where it finds none.
    func update(_ type: String, _ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let ifMatch = try call.ifMatch()
        let resource = try call.resource(of: type)
        return try await onCondition(type, call.target.parameters, call, session) { found in
            guard let found else {
                try ConditionPlace(call.target.parameters, type)?.require(FHIRAPI.owner(of: resource))
                return try await created(type, call, session)
            }
            guard resource["id"]?.string ?? found.id == found.id else { throw HTTPRefusal.element("id", "\(type).id") }
            let version = try FHIRAPI.version(ifMatch, found: found.version)
            return try await session.update(type, found.id, resource, ifMatch: version).answer(.ok, call.wants)
        }
    }

    /// `DELETE /fhir/{type}?…`: deletes the one resource that the condition finds; none is no error.
    func delete(_ type: String, _ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        try await onCondition(type, call.target.parameters, call, session) { found in
            guard let found else { return Answer(.noContent) }
            return try await session.delete(type, found.id, ifMatch: found.version).answer(.noContent)
        }
    }

    /// `PATCH /fhir/{type}?…`: patches the one resource that the condition finds; 404 where it finds none.
    func patch(_ type: String, _ call: FHIRCall, _ session: RecordSession) async throws -> Answer {
        let ifMatch = try call.ifMatch()
        let patch = try FHIRAPI.patch(call)
        return try await onCondition(type, call.target.parameters, call, session) { found in
            guard let found else { throw HTTPRefusal.notFound }
            _ = try FHIRAPI.version(ifMatch, found: found.version)
            let (resource, version) = try await patched(type, found.id, patch, found: found.version, session)
            return try await session.update(type, found.id, resource, ifMatch: version).answer(.ok, call.wants)
        }
    }

    /// The version that a condition found, which must be the one that the writer named.
    static func version(_ ifMatch: UInt32?, found: UInt32) throws(RecordError) -> UInt32 {
        guard ifMatch == nil || ifMatch == found else { throw .preconditionFailed }
        return found
    }

    /// What the condition finds; 412 for several.
    private func onCondition(
        _ type: String, _ all: [(name: String, value: String)], _ call: FHIRCall, _ session: RecordSession,
        _ body: (Record?) async throws -> Answer
    ) async throws -> Answer {
        let parameters = try EntryCondition.asking(all)
        return try await session.onCondition(FHIRAPI.claim(type, parameters)) {
            let found = try await matches(type, parameters, call, session, count: 2)
            guard found.count < 2 else { throw HTTPRefusal.multipleMatches }
            return try await body(found.first)
        }
    }

    /// A condition as it is claimed: the same for the same, however its parameters are ordered.
    static func claim(_ type: String, _ parameters: [(name: String, value: String)]) -> [String] {
        [type] + parameters.map { "\($0.name)=\($0.value)" }.sorted()
    }

    /// As many as are asked for at most, of Patient ten. What a limit kept back is an answer of its own, so that nothing is made
    /// twice for want of an opening. A condition says what is to be found and not how it is shown, and is never read leniently:
    /// what is written would hang on what was passed over.
    func matches(
        _ type: String, _ parameters: [(name: String, value: String)], _ call: FHIRCall, _ session: RecordSession,
        count: Int
    ) async throws -> [Record] {
        if type == "Patient", SearchPlace.named(parameters, type) == nil {
            return try await patients(parameters, session)
        }
        try FHIRAPI.requireStored(type)
        let patient = try SearchPlace.patient(of: parameters, type)
        if let shaping = parameters.first(where: { ClinicalQuery.shapes($0.name) }) {
            throw HTTPRefusal.parameter(shaping.name, "not in a condition")
        }
        let query = try query(
            type, parameters + [("_count", "\(min(count, limits.maximumPage))")], call, session, isStrict: true)
        if patient == nil { try FHIRAPI.requireOwn(query) }
        guard !query.asksNothing else { throw HTTPRefusal.parameter("condition", "required") }
        // What the writer may not see must not decide, nor be made once more.
        guard patient != nil || !query.asks(beyond: session.info.readable) else { throw RecordError.forbidden }
        let digest = parameters.flatMap { [$0.name, $0.value] }
        let found = try await session.search(patient: patient, query, digest: digest)
        if let reason = found.withheld.values.first { throw HTTPRefusal(reason, retryAfter: 0) }
        guard patient != nil || !found.omits || !found.matches.isEmpty else { throw RecordError.forbidden }
        return found.matches
    }

    /// Patients by what identifies one.
    private func patients(
        _ parameters: [(name: String, value: String)], _ session: RecordSession
    ) async throws -> [Record] {
        // Somebody who sounds alike is not the one, and whoever was written before has no sound.
        guard !parameters.contains(where: { $0.name == "phonetic" }) else {
            throw HTTPRefusal.parameter("phonetic", "not in a condition")
        }
        let query: SearchQuery
        do throws(SearchQuery.Refusal) {
            query = try SearchQuery(parse: parameters)
        } catch {
            throw HTTPRefusal.parameter(error.parameter, error.reason.rawValue)
        }
        let found = try await session.search(query)
        if let refused = found.refused.first(where: { $0.reason != .unknown }) {
            throw HTTPRefusal(refused.reason, retryAfter: refused.retryAfter)
        }
        return found.records
    }

    /// Throws 422 for a type of which nothing is stored that a condition could find.
    private static func requireStored(_ name: String) throws(HTTPRefusal) {
        guard AuditKind(rawValue: name) == nil, ResourceType(name)?.isStored ?? false else {
            throw HTTPRefusal(
                .unprocessableContent, "not-supported", "type-not-stored", "Resources of this type are not stored.")
        }
    }
}
