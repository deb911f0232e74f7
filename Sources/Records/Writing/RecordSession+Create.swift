import BrokerAPI
import FHIR
import JSONTree
import Store
import Vocabulary

extension RecordSession {
    /// A new resource of a transaction.
    struct Creation {
        let draft: Draft
        let names: [String]
        /// Its place in the transaction.
        let index: Int
        var key: ResourceKey?
    }

    /// Gives new resources their patients and ids; completes `names` with them.
    ///
    /// A Patient gets a random id; what is about a patient that id and the next number; what is about none a random id.
    func identified(_ creations: [Creation], _ names: inout Names) async throws(RecordError) -> [Creation] {
        var creations = creations
        var owners: [Int: PatientID] = [:]
        for index in creations.indices where creations[index].draft.type.name == "Patient" {
            let patient = PatientID.random()
            creations[index].key = ResourceKey(patient: patient)
            names.add(creations[index].names, "Patient/\(patient)")
        }
        for (index, creation) in creations.enumerated() where creation.key == nil {
            do throws(RecordIssue) {
                owners[index] = try names.patient(of: creation.draft.resource, type: creation.draft.type)
            } catch { throw .invalid([error]) }
        }
        let new = Set(creations.compactMap { $0.key?.patient })
        for (index, creation) in creations.enumerated() {
            try require(.create, creation.draft.type.name, of: creation.key?.patient ?? owners[index])
        }
        try await requireHeld(Set(owners.values).subtracting(new))
        let counts = owners.values.reduce(into: [PatientID: UInt32]()) { counts, patient in
            counts[patient, default: 0] += 1
        }
        var next = try await ordinals(counts)
        for index in creations.indices where creations[index].key == nil {
            let type = creations[index].draft.type.name
            guard let key = RecordSession.key(type, owners[index], &next) else { throw .unavailable }
            creations[index].key = key
            names.add(creations[index].names, key.description)
        }
        return creations
    }

    /// The key of a new resource; takes the patient's next number.
    static func key(_ type: String, _ patient: PatientID?, _ next: inout [PatientID: UInt32]) -> ResourceKey? {
        guard let patient else { return ResourceKey(type: type, id: ID<IDKind.Patient>.random().description) }
        guard let ordinal = next[patient] else { return nil }
        next[patient] = ordinal + 1
        return ResourceKey(type: type, patient: patient, ordinal: ordinal)
    }

    /// Reserves numbers for what is to come of each patient.
    func ordinals(_ counts: [PatientID: UInt32]) async throws(RecordError) -> [PatientID: UInt32] {
        guard !counts.isEmpty else { return [:] }
        return try await RecordError.mapping { try await service.store.reserveOrdinals(counts, in: practice) }
    }

    /// Throws unless the practice holds all the patients.
    func requireHeld(_ patients: Set<PatientID>) async throws(RecordError) {
        for patient in patients {
            guard try await isHeld(patient) else { throw .invalid([.unknownPatient]) }
        }
    }

    /// Whether the practice holds a patient.
    func isHeld(_ patient: PatientID) async throws(RecordError) -> Bool {
        try await RecordError.mapping { try await service.store.wrappedKey(of: patient, in: practice) } != nil
    }

    /// Splits a new resource.
    static func plan(_ key: ResourceKey, _ draft: Draft, _ names: Names, clinical: Timestamp? = nil) throws(SplitError)
        -> Plan
    {
        let resource = names.rewritten(draft.resource)
        let tiered = try TierSplit.split(resource)
        let bookings = Bookings(resource)
        var plan = Plan(key: key, replacing: 0, base: tiered.base, parts: tiered.parts)
        plan.terms = Plan.terms(resource, bookings)
        plan.bookings = key.patient.map { bookings.changes(from: Bookings(nil), patient: $0) } ?? []
        plan.newPatient = key.type == "Patient" ? key.patient.map { NewPatient(patient: $0, clinical: clinical) } : nil
        plan.resource = resource
        return plan
    }
}
