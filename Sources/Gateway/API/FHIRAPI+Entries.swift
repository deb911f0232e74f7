import FHIR
import HTTPTypes
import JSONTree
import Records
import Vocabulary

/// Entries of a batch or transaction: their conditions are asked as those of a single request are.
extension FHIRAPI {
    /// Asks an entry's condition, or reads what it patches.
    ///
    /// - Parameter leaving: references of what the same transaction deletes, and which is found no more.
    func prepare(
        _ request: EntryRequest, leaving: Set<String>, _ call: FHIRCall, _ session: RecordSession
    ) async throws -> PreparedEntry {
        switch request {
        case .action(let action, let fullURL): return PreparedEntry(.action(action), fullURL: fullURL)
        case .read(let type, let id, let conditions):
            return PreparedEntry(.action(.read(type: type, id: id)), conditions: conditions)
        case .create(let fullURL, let resource, let condition):
            let found = try await one(condition, leaving: leaving, call, session)
            let place = try found == nil ? ConditionPlace(condition.parameters, condition.type) : nil
            let name = fullURL ?? "urn:uuid:\(ID<Never>.random())"
            let step = found.map(PreparedEntry.Step.found) ?? .action(.create(fullURL: name, resource: resource))
            return PreparedEntry(step, fullURL: name, claim: condition.claim, place: place)
        case .update(let condition, let fullURL, let resource, let ifMatch):
            let found = try await one(condition, leaving: leaving, call, session)
            let place = try found == nil ? ConditionPlace(condition.parameters, condition.type) : nil
            let step = try FHIRAPI.step(found, fullURL, resource, ifMatch)
            return PreparedEntry(step, fullURL: fullURL, place: place)
        case .delete(let condition, let ifMatch):
            guard let found = try await one(condition, leaving: leaving, call, session) else {
                return PreparedEntry(.none)
            }
            let version = try FHIRAPI.version(ifMatch, found: found.version)
            let action = BundleAction.delete(type: found.type, id: found.id, ifMatch: version)
            return PreparedEntry(.action(action))
        case .patch(let type, let id, let patch, let ifMatch):
            return try await prepare(type, id, patch, nil, ifMatch, session)
        case .patchWhere(let condition, let patch, let ifMatch):
            guard let found = try await one(condition, leaving: leaving, call, session) else {
                throw HTTPRefusal.notFound
            }
            _ = try FHIRAPI.version(ifMatch, found: found.version)
            return try await prepare(found.type, found.id, patch, found.version, ifMatch, session)
        }
    }

    private func prepare(
        _ type: String, _ id: String, _ patch: ResourcePatch, _ found: UInt32?, _ ifMatch: UInt32?,
        _ session: RecordSession
    ) async throws -> PreparedEntry {
        let (resource, version) = try await patched(type, id, patch, found: found, session)
        return PreparedEntry(
            .action(.update(type: type, id: id, resource: resource, ifMatch: ifMatch ?? version, isPatched: true)))
    }

    /// What a conditional update does: it replaces what it found, or makes what it did not.
    private static func step(
        _ found: Record?, _ fullURL: String?, _ resource: JSONValue, _ ifMatch: UInt32?
    ) throws -> PreparedEntry.Step {
        guard let found else {
            // Whoever names a version means one that is there.
            guard ifMatch == nil else { throw RecordError.preconditionFailed }
            return .action(.create(fullURL: fullURL, resource: resource))
        }
        guard resource["id"]?.string ?? found.id == found.id else {
            throw HTTPRefusal.element("id", "\(found.type).id")
        }
        let version = try version(ifMatch, found: found.version)
        return .action(.update(type: found.type, id: found.id, resource: resource, ifMatch: version))
    }

    /// What a condition finds; 412 for several.
    func one(
        _ condition: EntryCondition, leaving: Set<String> = [], _ call: FHIRCall, _ session: RecordSession
    ) async throws -> Record? {
        let count = 2 + leaving.count(where: { $0.hasPrefix(condition.type + "/") })
        guard count <= limits.maximumPage else { throw HTTPRefusal.tooManyEntries }
        let found = try await matches(condition.type, condition.parameters, call, session, count: count)
            .filter { !leaving.contains($0.reference) }
        guard found.count < 2 else { throw HTTPRefusal.multipleMatches }
        return found.first
    }
}
