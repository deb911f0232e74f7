import Synthetic
import Vocabulary

@testable import Broker

extension HonestMonth {
    /// One opening as the program of a practice does it: a search shows names first, then the record is read tier by tier.
    mutating func open(_ event: HonestEvent, in house: HonestHouse, at now: Timestamp) throws {
        let role = house.members[event.member].role
        let member = house.member(event.member)
        signIns.use(member, role, at: now)
        try meet(event.patient, by: .member(member), in: house, at: now)
        if event.via == .emergency { try declare(house.subject(event.patient), by: member, in: house, at: now) }
        if event.via == .search { try showNamesakes(event, by: member, in: house, at: now) }
        var refusal = try look(event, role, member, in: house, at: now)
        if siege != nil, refusal != nil, event.via.isInFront(of: role) {
            // Refused with a patient in front: a reason and a fresh factor.
            try declare(house.subject(event.patient), by: member, in: house, at: now)
            refusal = try look(event, role, member, in: house, at: now)
            if refusal == nil { tally.byEmergency += 1 }
        }
        if refusal == .careOnly { report(member, in: house, at: now) }
        tally.note(event, role, house.profile, refusal)
    }

    /// Reads a record tier by tier; why the first was refused.
    private mutating func look(
        _ event: HonestEvent, _ role: Role, _ member: MemberID, in house: HonestHouse, at now: Timestamp
    ) throws -> RefusalReason? {
        var refusal: RefusalReason?
        for tier in event.tiers.intersection(Access.readable(role)).tiers {
            let purpose = tier == .identity ? event.via.purpose : .read
            let reason = try ask(event.patient, tier, purpose, by: member, in: house, at: now)
            if reason != nil, isPromised(event.patient, tier, member, in: house, at: now) { tally.promisesBroken += 1 }
            refusal = refusal ?? reason
        }
        return refusal
    }

    /// Whether the patient is booked for the member today, up to the usual day, or was opened by it in this tier within 30 days.
    private func isPromised(
        _ patient: Int, _ tier: Tier, _ member: MemberID, in house: HonestHouse, at now: Timestamp
    ) -> Bool {
        let (holder, subject) = (Holder.member(member), house.subject(patient))
        guard let practice = state.practices[house.id], let found = practice.patients[subject],
            let counting = practice[practice.counting(holder)]
        else { return false }
        let expected = counting.expected
        let isUsual =
            expected.contains(subject, within: .day, at: now)
            || expected.count(.day, at: now) < state.limits[counting.role].usualDay
        return isUsual && found.isExpected(by: practice.expecting(holder), at: now)
            || counting.windows[tier].contains(subject, within: .month, at: now)
    }

    /// An emergency opening; when none is left, the record is opened like any other.
    private mutating func declare(_ subject: SubjectID, by member: MemberID, in house: HonestHouse, at now: Timestamp)
        throws
    {
        guard let practice = state.practices[house.id], let holder = practice[practice.counting(.member(member))] else {
            return
        }
        guard holder.emergencies.count(.day, at: now) < state.limits.emergencies else {
            tally.emergenciesUsedUp += 1
            return
        }
        signIns.stepUp(member)
        let entry = Emergency(
            subject: subject, member: member, session: SessionID(high: 0, low: 0), reason: "care",
            jti: "\(now.milliseconds)")
        try enter(.emergency(entry), in: house, at: now)
    }

    private mutating func showNamesakes(
        _ event: HonestEvent, by member: MemberID, in house: HonestHouse, at now: Timestamp
    ) throws {
        var mixed = UInt64(bitPattern: now.milliseconds) ^ UInt64(event.patient) << 44
        for _ in 0..<namesakes where house.practice.patientCount > 0 {
            mixed = (mixed &+ 1) &* 0x9E37_79B9_7F4A_7C15
            let other = Int(mixed.multipliedFullWidth(by: UInt64(house.practice.patientCount)).high)
            try meet(other, by: .member(member), in: house, at: now)
            _ = try ask(other, .identity, .search, by: member, in: house, at: now)
        }
    }

    /// Decides one tier and enters what follows. Returns why it was refused.
    mutating func ask(
        _ patient: Int, _ tier: Tier, _ purpose: Purpose, by member: MemberID, in house: HonestHouse, at now: Timestamp
    ) throws -> RefusalReason? {
        let subject = house.subject(patient)
        let request = OpeningRequest(
            practice: house.id, holder: .member(member), sessionClass: .passkey, subject: subject, tier: tier,
            purpose: purpose, now: now, today: now, isConfirmed: true)
        switch state.decide(request) {
        case .refuse(let reason, _):
            try refuse(reason, subject, member, in: house, at: now)
            return reason
        case .release(let opening, let dormant, let expected):
            let release = Release(
                subject: subject, tier: tier, epoch: 1, holder: .member(member), session: SessionID(high: 0, low: 0),
                sessionClass: .passkey, gateway: GatewayID(high: 0, low: 0), purpose: purpose, opening: opening,
                dormant: dormant, expected: expected)
            try follow(release, of: subject, in: house, at: now)
            return nil
        }
    }

    private mutating func follow(_ release: Release, of subject: SubjectID, in house: HonestHouse, at now: Timestamp)
        throws
    {
        let wasUnusual = state.unusual.contains(subject, within: .hour, at: now)
        try enter(.release(release), in: house, at: now)
        guard release.opening else { return }
        for alert in state.alerts(after: release, in: house.id, at: now) {
            tally.alerts[alert.name, default: 0] += 1
            try enter(.alert(alert), in: house, at: now)
        }
        if siege?.plan.isNoticed != false, let alert = state.tripwireAlert(at: now) {
            tally.alerts[.tripwire, default: 0] += 1
            try enter(.alert(alert), at: now)
        }
        tally.measure(
            release, subject, house, state,
            isUnusual: !wasUnusual && state.unusual.contains(subject, within: .hour, at: now))
    }

    /// Twenty patients refused within ten minutes freeze the member, as in the broker.
    private mutating func refuse(
        _ reason: RefusalReason, _ subject: SubjectID, _ member: MemberID, in house: HonestHouse, at now: Timestamp
    ) throws {
        let holder = Holder.member(member)
        _ = refusals.note(
            reason, holder: holder, practice: house.id, session: SessionID(high: 0, low: 0), subject: subject, now: now)
        guard siege?.plan.isNoticed != false,
            refusals.recentlyRefused(holder, now: now) >= state.limits.refusalsToFreeze,
            state.practices[house.id]?[holder]?.isCareOnly == false
        else { return }
        tally.freezes += 1
        try enter(
            .freeze(Freeze(scope: .member, holder: holder, automatic: true, reason: "refusals")), in: house, at: now)
    }
}
