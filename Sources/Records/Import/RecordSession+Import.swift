import BrokerAPI
import FHIR
import Store
import Vocabulary

extension RecordSession {
    /// Takes over the resources of another system: many patients at once, entry by entry, opening nothing.
    ///
    /// A group is all that belongs together: one patient's resources, or some about nobody. References inside a group
    /// and those that `known` names are rewritten; conditional ones stay as they are. An entry whose bytes were
    /// imported before is `unchanged`. What throws leaves whole deposits stored or not: doing it again goes on from
    /// there. Nothing is stored twice: `unavailable` while another import stores one of the entries, or while it is not
    /// known what became of an earlier deposit.
    ///
    /// - Parameter known: references of earlier groups where they come from → ours (``ImportEntry/names``).
    /// - Returns: an outcome for each entry, in order.
    /// - Throws: `tooLarge` above 100,000 entries, and what the broker or the store refuse as a whole.
    public func importGroups(
        _ groups: [[ImportEntry]], known: [String: String] = [:]
    ) async throws(RecordError) -> [[ImportOutcome]] {
        try await logged(AccessEvent(operation: .importing)) { () throws(RecordError) in
            guard groups.reduce(0, { $0 + $1.count }) <= StoreLimits.maximumBatch else { throw .tooLarge }
            for type in ResourceType.all { try requirePracticeWide(.create, type.name) }
            guard await service.isSettled(practice) else { throw .unavailable }
            let readings = try await readings(groups)
            let tokens = try await tokens(readings.map { SearchTerm(.entry, $0.hash) })
            let claimed = Set(tokens)
            guard service.claims.take(claimed) else { throw .unavailable }
            defer { service.claims.leave(claimed) }
            let found = try await RecordError.mapping { try await service.store.firstMatches(tokens, in: practice) }
            var plan = ImportPlan(
                readings, groups: groups.count, tokens: tokens, found: found.map { $0?.key }, known: known)
            var unknown: Set<PatientID> = []
            for patient in plan.otherPatients where try await !isHeld(patient) { unknown.insert(patient) }
            plan.identify(try await ordinals(plan.counts(refusing: unknown)))
            let stored = try await store(&plan)
            return (outcomes: plan.outcomes, stored: stored)
        } shown: { event, result in
            event.count = result.stored
        }.outcomes
    }

    private func readings(_ groups: [[ImportEntry]]) async throws(RecordError) -> [ImportReading] {
        let now = service.clock.now()
        let entries = groups.enumerated().flatMap { index, group in group.map { (entry: $0, group: index) } }
        return try await Parallel.map(entries, slice: 64) { item throws(RecordError) in
            ImportReading(item.entry, group: item.group, now: now)
        }
    }

    private func tokens(_ terms: [SearchTerm]) async throws(RecordError) -> [RowToken] {
        var tokens: [RowToken] = []
        tokens.reserveCapacity(terms.count)
        for start in stride(from: 0, to: terms.count, by: TokensRequest.maximumTerms) {
            let slice = Array(terms[start..<min(start + TokensRequest.maximumTerms, terms.count)])
            let answer = try await RecordError.mapping {
                try await service.broker.tokens(TokensRequest(token: token, proof: proofBytes, terms: slice))
            }
            tokens += answer.tokens.compactMap { $0.map { RowToken(high: $0.high, low: $0.low) } }
        }
        guard tokens.count == terms.count else { throw .unavailable }
        return tokens
    }

    /// Splits, seals and stores what is left; how many were stored.
    private func store(_ plan: inout ImportPlan) async throws(RecordError) -> Int {
        let decided = plan
        let clinical = plan.clinical
        let writable = info.writable
        let order = plan.order
        let plans = try await Parallel.map(order, slice: 64) { index throws(RecordError) -> Result<Plan, RecordIssue> in
            do throws(RecordIssue) {
                return .success(try decided.plan(index, clinical: clinical, writable: writable))
            } catch { return .failure(error) }
        }
        var lost: Set<PatientID> = []
        var batch = ImportBatch()
        var stored = 0
        for (index, result) in zip(order, plans) {
            switch result {
            case .failure(let issue):
                plan.settle(index, .refused(issue))
                if case .some(let key) = plan.items[index].key, key.type == "Patient" {
                    lost.formUnion([key.patient].compactMap(\.self))
                }
            case .success(let item) where item.key.patient.map(lost.contains) ?? false:
                plan.settle(index, .refused(.unknownPatient))
            case .success(let item):
                if batch.isFull(for: item) { stored += try await store(&batch, &plan) }
                batch.add(item, index)
            }
        }
        return stored + (try await store(&batch, &plan))
    }

    private func store(_ batch: inout ImportBatch, _ plan: inout ImportPlan) async throws(RecordError) -> Int {
        guard !batch.plans.isEmpty else { return 0 }
        try await deposit(batch.plans, at: service.clock.now())
        for event in ImportLines.events(of: batch.plans) { try service.accessLog.append(event, info) }
        for index in batch.indices {
            plan.settle(index, .stored(reference: plan.items[index].reference, notes: plan.notes(index)))
        }
        let count = batch.plans.count
        batch = ImportBatch()
        return count
    }
}
