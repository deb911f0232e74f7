import FHIR
import JSONTree
import Store
import Vocabulary

extension RecordSession {
    /// Carries out all entries or none: one deposit, visible at once. Reads show what is written.
    ///
    /// Entries refer to one another by `fullUrl`. The records stand in the order of the entries. Throws what the first
    /// entry that cannot be carried out throws.
    ///
    /// - Parameter known: what references are called here that no entry names: a reference of ours, or the `fullUrl` of an
    ///   entry.
    public func transaction(
        _ entries: [BundleAction], known: [String: String] = [:]
    ) async throws(RecordError) -> [Record] {
        try await logged(AccessEvent(operation: .transaction)) { () throws(RecordError) in
            guard entries.count <= service.limits.maximumEntries else { throw .tooLarge }
            return try await write(entries, known: known)
        } shown: { event, written in
            for opened in written { event.add(opened) }
        }.map(\.record)
    }

    /// Carries out each entry by itself, in order.
    public func batch(_ entries: [BundleAction]) async -> [Result<Record, RecordError>] {
        guard entries.count <= service.limits.maximumEntries else { return entries.map { _ in .failure(.tooLarge) } }
        var results: [Result<Record, RecordError>] = []
        for entry in entries {
            do throws(RecordError) { results.append(.success(try await carryOut(entry))) } catch {
                results.append(.failure(error))
            }
        }
        return results
    }

    private func carryOut(_ entry: BundleAction) async throws(RecordError) -> Record {
        switch entry {
        case .create(_, let resource): try await create(resource)
        case .update(let type, let id, let resource, let version, _):
            try await update(type, id, resource, ifMatch: version)
        case .delete(let type, let id, let version): try await delete(type, id, ifMatch: version)
        case .read(let type, let id): try await read(type, id)
        }
    }

    /// Decides all entries, opens what they read, then deposits what they write: nothing can fail for one entry once another
    /// is written.
    func write(_ entries: [BundleAction], known: [String: String] = [:]) async throws(RecordError) -> [OpenedRecord] {
        var names = Names(known: known)
        var plans: [Int: Plan] = [:]
        for creation in try await identified(try creations(entries), &names) {
            guard let key = creation.key else { throw .unavailable }
            plans[creation.index] = try RecordError.mapping { try RecordSession.plan(key, creation.draft, names) }
        }
        for (index, entry) in entries.enumerated() {
            switch entry {
            case .update(let type, let id, let resource, let version, let isPatched):
                plans[index] = try await plannedUpdate(
                    type, id, resource, ifMatch: version, isPatched ? Names() : names)
            case .delete(let type, let id, let version):
                plans[index] = try await plannedDeletion(type, id, ifMatch: version)
            case .create, .read: break
            }
        }
        let written = Dictionary(plans.values.map { ($0.key, $0) }) { first, _ in first }
        guard written.count == plans.count else { throw .invalid([.twice]) }
        try RecordSession.requirePatientsStay(written)
        try await requireLinked(plans.values)
        let reads = try await reads(entries, written)
        let order = plans.keys.sorted()
        let now = service.clock.now()
        if !order.isEmpty { try await deposit(order.compactMap { plans[$0] }, at: now) }
        var records: [OpenedRecord] = []
        for (index, entry) in entries.enumerated() {
            if let plan = plans[index] { records.append(answer(plan, at: now)) }
            guard case .read(let type, let id) = entry else { continue }
            if let read = reads[index] {
                records.append(read)
            } else if let plan = written[try key(type, id)] {
                records.append(answer(plan, at: now))
            }
        }
        return records
    }

    /// What entries read, by their place. What others of them write is answered as it is written, and not read here.
    private func reads(
        _ entries: [BundleAction], _ written: [ResourceKey: Plan]
    ) async throws(RecordError) -> [Int: OpenedRecord] {
        var reads: [Int: OpenedRecord] = [:]
        for (index, entry) in entries.enumerated() {
            guard case .read(let type, let id) = entry else { continue }
            let key = try key(type, id)
            if let plan = written[key] {
                try require(.read, type, of: key.patient)
                guard !plan.deletes else { throw .gone }
            } else {
                reads[index] = try await opened(try await visible(type, id))
            }
        }
        return reads
    }

    /// Throws `conflict` when a Patient is deleted and something about them is written.
    private static func requirePatientsStay(_ written: [ResourceKey: Plan]) throws(RecordError) {
        let leaving = Set(written.values.filter { $0.deletes && $0.key.type == "Patient" }.compactMap(\.key.patient))
        guard !leaving.isEmpty else { return }
        let staying = written.values.contains { plan in
            !plan.deletes && plan.key.patient.map(leaving.contains) ?? false
        }
        guard !staying else { throw .conflict }
    }

    private func creations(_ entries: [BundleAction]) throws(RecordError) -> [Creation] {
        var creations: [Creation] = []
        for (index, entry) in entries.enumerated() {
            guard case .create(let fullURL, let resource) = entry else { continue }
            let names = fullURL.map { Names.of(resource, fullURL: $0) } ?? []
            creations.append(Creation(draft: try Draft(resource), names: names, index: index))
        }
        return creations
    }

    /// What the writer is answered: what it sent, with the fields that are ours.
    func answer(_ plan: Plan, at now: Timestamp) -> OpenedRecord {
        let resource = plan.resource.map {
            ServerFields.stamped(
                $0, id: plan.key.id, versionId: String(plan.version), lastUpdated: now.instant)
        }
        let record = Record(
            type: plan.key.type, id: plan.key.id, version: plan.version, lastUpdated: now,
            content: resource.map { .tree(Masking.label($0, hidden: plan.hidden)) } ?? .none, hidden: plan.hidden,
            withheld: [:])
        return OpenedRecord(
            key: plan.key, record: record, shown: plan.sealedTiers.reduce(into: Tiers()) { $0.insert(Tiers($1)) })
    }
}
