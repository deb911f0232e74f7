import FHIR
import JSONTree
import Store
import Vocabulary

extension RecordSession {
    /// Carries out all entries or none: one deposit, visible at once. Reads come after all that is written.
    ///
    /// Entries refer to one another by `fullUrl`. The records stand in the order of the entries. Throws what the first
    /// entry that cannot be carried out throws.
    public func transaction(_ entries: [BundleAction]) async throws(RecordError) -> [Record] {
        try await logged(AccessEvent(operation: .transaction)) { () throws(RecordError) in
            guard entries.count <= service.limits.maximumEntries else { throw .tooLarge }
            return try await write(entries)
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
        case .update(let type, let id, let resource, let version):
            try await update(type, id, resource, ifMatch: version)
        case .delete(let type, let id, let version): try await delete(type, id, ifMatch: version)
        case .read(let type, let id): try await read(type, id)
        }
    }

    /// Decides all entries, deposits what they write, then reads what they read.
    func write(_ entries: [BundleAction]) async throws(RecordError) -> [OpenedRecord] {
        var names = Names()
        var plans: [Int: Plan] = [:]
        for creation in try await identified(try creations(entries), &names) {
            guard let key = creation.key else { throw .unavailable }
            plans[creation.index] = try RecordError.mapping { try RecordSession.plan(key, creation.draft, names) }
        }
        for (index, entry) in entries.enumerated() {
            switch entry {
            case .update(let type, let id, let resource, let version):
                plans[index] = try await plannedUpdate(type, id, resource, ifMatch: version, names)
            case .delete(let type, let id, let version):
                plans[index] = try await plannedDeletion(type, id, ifMatch: version)
            case .create, .read: break
            }
        }
        guard Set(plans.values.map(\.key)).count == plans.count else { throw .invalid([.twice]) }
        try await requireLinked(plans.values)
        let order = plans.keys.sorted()
        let now = service.clock.now()
        if !order.isEmpty { try await deposit(order.compactMap { plans[$0] }, at: now) }
        var records: [OpenedRecord] = []
        for (index, entry) in entries.enumerated() {
            if let plan = plans[index] { records.append(answer(plan, at: now)) }
            if case .read(let type, let id) = entry { records.append(try await opened(try await visible(type, id))) }
        }
        return records
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
