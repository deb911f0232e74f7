import BrokerAPI
import FHIR
import JSONTree
import Store
import Vocabulary

extension RecordSession {
    /// Decides an update. What its writer may not see is carried unopened; what it may see is sealed anew.
    ///
    /// Whether it goes through depends on what is stored, so it costs an identity opening first.
    func plannedUpdate(
        _ type: String, _ id: String, _ resource: JSONValue, ifMatch: UInt32?, _ names: Names
    ) async throws(RecordError) -> Plan {
        guard let ifMatch else { throw .preconditionRequired }
        let key = try key(type, id)
        let draft = try Draft(names.rewritten(resource))
        guard draft.type.name == type, draft.resource["id"]?.string ?? id == id else {
            throw .invalid([.otherResource])
        }
        try requirePatient(key, draft, names)
        let stored = try await paid(type, id, ifMatch: ifMatch, for: .update)
        let hidden = Tiers.all.subtracting(info.readable)
        let old = hidden == [] && type != "Appointment" ? [:] : try await plaintexts(stored)
        let tiered = try RecordError.mapping {
            try TierSplit.carry(update: draft.resource, base: stored.manifest.base, parts: old, hidden: hidden)
        }
        // What a limit withheld is neither carried nor sealed anew, so nobody may send it back without.
        guard stored.manifest.tiers.intersection(hidden) != [] || Masking.unlabel(resource) == resource else {
            throw .invalid([.hiddenDropped])
        }
        guard stored.manifest.content == nil || draft.resource["data"] != nil else { throw .invalid([.contentDropped]) }
        let bookings = Bookings(draft.resource)
        var plan = Plan(key: key, replacing: stored.version, base: tiered.base, parts: tiered.parts)
        plan.carried = stored.manifest.parts.filter { hidden.contains($0.tier) }
        plan.terms = Plan.terms(draft.resource, bookings).filter { !hidden.contains($0.tier) }
        plan.replacesRowsOf = Plan.searched.subtracting(hidden)
        plan.bookings = try bookingChanges(bookings, from: stored, old)
        plan.resource = draft.resource
        plan.hidden = stored.manifest.tiers.intersection(hidden)
        return plan
    }

    /// Decides a deletion. Its writer must see all of the resource, and a Patient must have no other resources.
    func plannedDeletion(_ type: String, _ id: String, ifMatch: UInt32?) async throws(RecordError) -> Plan {
        let stored = try await paid(type, id, ifMatch: ifMatch, for: .delete)
        guard info.readable.isSuperset(of: stored.manifest.tiers) else { throw .invalid([.hiddenDropped]) }
        if type == "Patient", let patient = stored.key.patient {
            let others = try await RecordError.mapping {
                try await service.store.list(patient, types: nil, after: nil, limit: 2, tiers: [], in: practice)
            }
            guard others.count < 2 else { throw .conflict }
        }
        var plan = Plan(key: stored.key, replacing: stored.version, base: stored.manifest.base, parts: [:])
        plan.deletes = true
        plan.replacesRowsOf = .all
        if type == "Appointment" {
            plan.bookings = try bookingChanges(Bookings(nil), from: stored, try await plaintexts(stored))
        }
        return plan
    }

    /// The visible version, for which an identity opening was paid. Throws `preconditionFailed` when it is not the one
    /// that the writer knows.
    func paid(
        _ type: String, _ id: String, ifMatch: UInt32?, for permission: Scope.Permission
    ) async throws(RecordError) -> StoredVersion {
        let stored = try await visible(type, id, for: permission)
        try await condition(on: stored.key.patient)
        guard ifMatch ?? stored.version == stored.version else { throw .preconditionFailed }
        return stored
    }

    /// All parts that the writer may see, opened; throws when the broker refuses one.
    private func plaintexts(_ stored: StoredVersion) async throws(RecordError) -> [Tier: [UInt8]] {
        let keys = try await keys(of: stored.key.patient, KeyNeeds(stored))
        for part in stored.parts {
            if let refusal = keys.refusal(stored.key.patient, part.tier) { throw RecordError(refusal) }
        }
        return try Opener(practice: practice, keys: keys).plaintexts(stored)
    }

    /// A resource stays with its patient.
    private func requirePatient(_ key: ResourceKey, _ draft: Draft, _ names: Names) throws(RecordError) {
        guard draft.type.name != "Patient" else { return }
        do throws(RecordIssue) {
            guard try names.patient(of: draft.resource, type: draft.type) == key.patient else { throw .otherPatient }
        } catch { throw .invalid([error]) }
    }

    private func bookingChanges(
        _ bookings: Bookings, from stored: StoredVersion, _ old: [Tier: [UInt8]]
    ) throws(RecordError) -> [NewBooking] {
        guard stored.key.type == "Appointment", let patient = stored.key.patient else { return [] }
        let before = try RecordError.mapping { try TierSplit.join(base: stored.manifest.base, parts: old) }
        return bookings.changes(from: Bookings(before.resource), patient: patient)
    }
}
