import BrokerAPI
import Sealing
import Vocabulary

extension Broker {
    /// Releases tier keys of named patients, each decided by itself.
    public func release(_ request: ReleaseRequest) async throws -> ReleaseAnswers {
        try await release(request, gateway: nil)
    }

    /// Releases tier keys of named patients through a gateway.
    func release(_ request: ReleaseRequest, gateway: GatewayID?) async throws -> ReleaseAnswers {
        guard !request.patients.isEmpty, request.patients.count <= ReleaseRequest.maximumPatients,
            request.purpose != .search, request.purpose != .agenda
        else { throw BrokerFailure(.invalid, "release") }
        let wanted = request.patients.flatMap { patient in request.tiers.tiers.map { (patient, $0) } }
        let proven = try proven(request.token, request.proof, gateway: gateway)
        return try await release(wanted, in: proven, purpose: request.purpose, gateway: gateway)
    }

    /// Releases the keys of the practice's own resources. No patient is opened; the release is entered all the same.
    public func ownKeys(_ request: OwnKeysRequest) async throws -> ReleaseAnswers {
        try await ownKeys(request, gateway: nil)
    }

    /// Releases the keys of the practice's own resources through a gateway.
    func ownKeys(_ request: OwnKeysRequest, gateway: GatewayID?) async throws -> ReleaseAnswers {
        let id = try proven(request.token, request.proof, gateway: gateway).session
        let (practice, granted) = try await enter { entering in
            let session = try entering.session(id, through: gateway)
            guard let holder = entering.state.practices[session.practice]?[session.holder] else {
                throw BrokerFailure(.session)
            }
            let granted = holder.readable(at: entering.now).intersection(request.tiers)
            for tier in granted.tiers {
                let body = Release(
                    tier: tier, epoch: 1, holder: session.holder, partner: holder.partner, session: id,
                    sessionClass: session.sessionClass, gateway: session.gateway,
                    grant: holder.grant(at: entering.now)?.id,
                    purpose: .read,
                    opening: false, dormant: false, expected: false)
                try entering.enterRelease(body, in: session.practice)
            }
            return (session.practice, granted)
        }
        let keys = try keys(of: practice)
        return ReleaseAnswers(
            request.tiers.tiers.map { tier in
                guard granted.contains(tier) else {
                    return ReleaseAnswer(patient: nil, tier: tier, outcome: .refused(.role, retryAfter: 0))
                }
                return ReleaseAnswer(own: keys.practice.ownTierKey(tier, epoch: 1).secret, tier: tier)
            })
    }

    /// The common path of all releases of patients' keys. What a search found by terms that the proof names needs no other naming.
    func release(
        _ wanted: [(PatientID, Tier)], in proven: Proven, purpose: Purpose, gateway: GatewayID?
    ) async throws -> ReleaseAnswers {
        let id = proven.session
        let isFound = purpose == .search || purpose == .agenda
        let practice = try look { state, now in try Broker.session(id, state, now).practice }
        var found: [PatientID: KeyVault.Patient] = [:]
        for (patient, _) in wanted where found[patient] == nil { found[patient] = try patientKeys(patient, practice) }
        let patients = found
        let outcomes = try await enter { entering in
            let session = try entering.session(id, through: gateway)
            guard session.practice == practice else { throw BrokerFailure(.session) }
            return try wanted.map { patient, tier -> Entering.Opened in
                guard isFound || proven.allows(patient, tier) else {
                    try entering.refuse(.unnamed, nil, session, id, counts: false)
                    return .refused(.unnamed, wait: 0)
                }
                return try entering.open(patients[patient]?.subject, tier, session, id, purpose)
            }
        }
        let answers = zip(wanted, outcomes).map { item, outcome in
            answer(item.0, item.1, outcome, patients[item.0]?.key)
        }
        return ReleaseAnswers(answers)
    }

    func answer(_ patient: PatientID, _ tier: Tier, _ outcome: Entering.Opened, _ key: PatientKey?)
        -> ReleaseAnswer
    {
        switch outcome {
        case .released(let epoch):
            let keys = key.map { key in
                (1...max(1, epoch)).map { EpochKey(epoch: $0, key: key.tierKey(tier, epoch: $0).secret) }
            }
            return ReleaseAnswer(patient: patient, tier: tier, outcome: .released(keys ?? []))
        case .refused(let reason, let wait):
            let seconds = UInt32(clamping: (wait + 999) / 1_000)
            return ReleaseAnswer(patient: patient, tier: tier, outcome: .refused(reason, retryAfter: seconds))
        }
    }

    func patientKeys(_ patient: PatientID, _ practice: PracticeID) throws -> KeyVault.Patient? {
        try stored { try vault.patient(patient, in: practice) }
    }

    func keys(of practice: PracticeID) throws -> PracticeKeys {
        try stored { try vault.keys(of: practice) }
    }
}

extension Entering {
    /// What became of one patient and tier.
    enum Opened: Sendable {
        case released(epoch: UInt32)
        case refused(RefusalReason, wait: Int64)
    }

    /// Decides one patient and tier, enters the release or the refusal, and what follows of either.
    mutating func open(
        _ subject: SubjectID?, _ tier: Tier, _ session: SessionState, _ id: SessionID, _ purpose: Purpose
    ) throws -> Opened {
        guard live.state.sessions[id] != nil else { return .refused(.careOnly, wait: 0) }
        guard let subject else {
            try refuse(.unknown, nil, session, id, counts: false)
            return .refused(.unknown, wait: 0)
        }
        let request = OpeningRequest(
            practice: session.practice, holder: session.holder, sessionClass: session.sessionClass, subject: subject,
            tier: tier, purpose: purpose, now: now, today: today, isConfirmed: live.isConfirmed)
        switch live.state.decide(request) {
        case .refuse(let reason, let wait):
            try refuse(reason, subject, session, id, counts: purpose != .search)
            return .refused(reason, wait: wait)
        case .release(let opening, let dormant, let expected):
            let epoch = live.state.epoch(of: subject, tier, in: session.practice)
            let holder = live.state.practices[session.practice]?[session.holder]
            let body = Release(
                subject: subject, tier: tier, epoch: Int64(epoch), holder: session.holder, partner: holder?.partner,
                session: id, sessionClass: session.sessionClass, gateway: session.gateway,
                grant: holder?.grant(at: now)?.id,
                purpose: purpose, opening: opening, dormant: dormant, expected: expected)
            try enterRelease(body, in: session.practice)
            if opening { try alert(after: body, in: session.practice) }
            return .released(epoch: epoch)
        }
    }

    /// Enters a release: every opening, and what opens nothing unless an entry of the last quarter of an hour says the same.
    mutating func enterRelease(_ release: Release, in practice: PracticeID) throws {
        let item = RecentReleases.Item(release)
        guard release.opening || !live.recent.contains(item, now: now) else { return }
        try enter(.release(release), in: practice)
        live.recent.note(item, now: now)
        try tripCanary(release, in: practice)
    }

    /// Notes a refusal, merged; freezes a holder that was refused too many patients. What a search would have shown `counts` for
    /// nothing: nobody asked for those patients.
    mutating func refuse(
        _ reason: RefusalReason, _ subject: SubjectID?, _ session: SessionState, _ id: SessionID, counts: Bool
    ) throws {
        let due = live.refusals.note(
            reason, holder: session.holder, practice: session.practice, session: id, subject: counts ? subject : nil,
            now: now)
        for merged in due { try enter(merged) }
        guard let holder = live.state.practices[session.practice]?[session.holder], !holder.isCareOnly,
            live.refusals.recentlyRefused(session.holder, now: now) >= live.state.limits.refusalsToFreeze
        else { return }
        endSessions { $0.practice == session.practice && $0.holder == session.holder }
        let scope: FreezeScope = if case .member = session.holder { .member } else { .client }
        let freeze = Freeze(scope: scope, holder: session.holder, automatic: true, reason: "refusals")
        try enter(.freeze(freeze), in: session.practice)
    }

    mutating func enter(_ merged: RefusalBook.Merged) throws {
        let body = Refusal(
            holder: merged.holder, session: merged.session, reason: merged.reason, count: merged.count,
            patients: merged.patients)
        try enter(.refusal(body), in: merged.practice)
    }

    /// Enters an alert where an opening brought a limit to 80 %, and closes the tripwire where it brought it to its number.
    private mutating func alert(after release: Release, in id: PracticeID) throws {
        for alert in live.state.alerts(after: release, in: id, at: now) { try enter(.alert(alert), in: id) }
        if let alert = live.state.tripwireAlert(at: now) { try enter(.alert(alert)) }
    }
}

extension BrokerState {
    /// The newest epoch of a patient's tier.
    func epoch(of subject: SubjectID, _ tier: Tier, in practice: PracticeID) -> UInt32 {
        practices[practice]?.patients[subject]?.epochs[Int(tier.rawValue)] ?? 1
    }
}
