import BrokerAPI
import Sealing
import Store
import Vocabulary

extension RecordSession {
    /// Writes versions, all or none: the broker's `deposit` entry and part keys, sealing, the parts pending in the
    /// store, the broker's `stored` entry, visible.
    ///
    /// Whatever fails before the `stored` entry leaves nothing; whatever fails behind it is made good by
    /// ``RecordService/tend()`` or at the next start.
    func deposit(_ plans: [Plan], at now: Timestamp) async throws(RecordError) {
        try requireWritable(plans)
        let request = DepositRequest(plans, token: token, proof: proofBytes)
        guard request.parts.count <= DepositRequest.maximumItems else { throw .tooLarge }
        let grant = try await granted(request)
        let sealer = try DepositSealer(grant, request, practice: practice, at: now)
        let versions = try await sealer.versions(plans)
        try await stage(versions, grant, request)
        do {
            _ = try await service.broker.stored(sealer.stored(versions, token))
        } catch {
            try await abandon(grant.deposit, because: error)
        }
        do {
            try await service.store.publish(grant.deposit, in: practice)
        } catch {
            service.postpone(grant.deposit, in: practice)
            throw .unavailable
        }
    }

    private func granted(_ request: DepositRequest) async throws(RecordError) -> DepositGrant {
        do {
            return try await service.broker.deposit(request)
        } catch let failure as BrokerFailure where failure.code == .notFound {
            throw .invalid([.unknownPatient])
        } catch { throw RecordError(error) }
    }

    private func stage(
        _ versions: [StagedVersion], _ grant: DepositGrant, _ request: DepositRequest
    ) async throws(RecordError) {
        do {
            let patients = zip(request.patients, grant.wrapped).map {
                StagedPatient(patient: $0.patient, wrappedKey: $1)
            }
            let deposit = try StagedDeposit(
                deposit: grant.deposit, practice: practice, newPatients: patients, versions: versions)
            try await service.store.stage(deposit)
        } catch let error as StoreError where [.conflict, .unknownPatient, .invalid].contains(error.code) {
            throw RecordError(error)
        } catch {
            service.postpone(grant.deposit, in: practice)
            throw .unavailable
        }
    }

    /// What follows when the `stored` entry failed: the deposit goes, if it is certain that there is no entry.
    private func abandon(_ deposit: DepositID, because error: any Error) async throws(RecordError) {
        let isCertain = (error as? BrokerFailure).map { $0.code != .unavailable } ?? false
        if isCertain, (try? await service.store.discard(deposit, in: practice)) != nil { throw RecordError(error) }
        service.postpone(deposit, in: practice)
        throw isCertain ? RecordError(error) : .unavailable
    }

    private func requireWritable(_ plans: [Plan]) throws(RecordError) {
        for plan in plans where !info.writable.isSuperset(of: plan.tiers) { throw .forbidden }
    }
}

extension Plan {
    /// The tiers that it writes.
    var tiers: Tiers { sealedTiers.reduce(into: []) { $0.insert(Tiers($1)) } }
}

extension DepositRequest {
    /// Asks for the keys of all that the plans seal, in their order, tier by tier.
    init(_ plans: [Plan], token: SessionToken, proof: [UInt8]) {
        var parts: [NewPart] = []
        var rows: [NewRow] = []
        for plan in plans {
            let id = plan.key.id
            for tier in plan.sealedTiers {
                parts.append(
                    NewPart(patient: plan.key.patient, type: plan.key.type, id: id, version: plan.version, tier: tier))
            }
            guard let patient = plan.key.patient else { continue }
            for term in plan.terms { rows.append(NewRow(patient: patient, ordinal: plan.key.ordinal, term: term.term)) }
        }
        self.init(
            token: token, proof: proof, patients: plans.compactMap(\.newPatient), parts: parts, rows: rows,
            bookings: plans.flatMap(\.bookings))
    }
}
