import Synthetic
import Vocabulary

@testable import Broker

/// Lets honest people work for a month under the broker's own decision, and counts what it refuses them.
///
/// It is the pure part of the broker: state, decision, alerts, tripwire and automatic freeze, without keys, files or sockets. All
/// sessions are passkey sessions. Time begins with no openings at all, as on the day after an import.
struct HonestMonth {
    private(set) var state = BrokerState()
    private(set) var tally = HonestTally()
    private var refusals = RefusalBook()
    private var houses: [HonestHouse] = []
    /// Others whom a search shows besides the patient sought: identity openings that cost the member.
    private let namesakes: Int

    /// Enters the practices and their people; `enforces` false only measures; `isLive` makes all members newcomers for 7 days.
    init(_ town: HonestTown, limits: Limits = .standard, enforces: Bool = true, isLive: Bool = false, namesakes: Int = 0) throws {
        self.namesakes = namesakes
        let begin = HonestTown.moment(-100, 0)
        try enter(.policy(Policy(name: .begin, value: "simulated")), at: begin)
        try enter(.policy(Policy(name: .limits, value: limits.text)), at: begin)
        houses = town.plan.indices.map { HonestHouse($0, in: town) }
        for house in houses {
            try enter(.practice(PracticeEntry(size: Int64(house.size), open: true)), in: house, at: begin)
            if !enforces { try enter(.policy(Policy(name: .mode, value: "observe")), in: house, at: begin) }
            tally.add(house)
            let platform = ClientEntry(client: house.platform, role: .booking, deposit: false, start: begin.milliseconds)
            try enter(.client(platform), in: house, at: begin)
        }
        let arrival = HonestTown.moment(0, 0)
        if !isLive { try enterMembers(since: begin) }
        try passDays(before: arrival)
        if isLive {
            try enter(.policy(Policy(name: .live, value: "live")), at: arrival)
            try enterMembers(since: arrival)
        }
        try passDays(before: nil)
    }

    private mutating func enterMembers(since start: Timestamp) throws {
        for house in houses {
            for member in house.members {
                let entry = MemberEntry(
                    member: house.member(member.index), person: PersonID(high: 0, low: 0), role: member.role,
                    start: start.milliseconds, shares: member.replaces.map { house.member($0) })
                try enter(.member(entry), in: house, at: start)
            }
        }
    }

    /// Lets everything happen in the order of time, of all practices together: the tripwire is the installation's.
    private mutating func passDays(before end: Timestamp?) throws {
        let all = houses.flatMap { house in
            house.steps.filter { step in end.map { step.time < $0 } ?? (step.time >= HonestTown.moment(0, 0)) }
        }
        let order = all.indices.sorted { (all[$0].time, $0) < (all[$1].time, $1) }
        for index in order {
            let step = all[index]
            let house = houses[step.house]
            switch step.what {
            case .opens(let event): try open(event, in: house, at: step.time)
            case .books(let booking): try book(booking, in: house, at: step.time)
            }
        }
    }

    /// Applies an entry. Leaf hashes are all zero here: the decision does not look at them.
    private mutating func enter(_ event: LedgerEvent, in house: HonestHouse? = nil, at now: Timestamp) throws {
        let zeros = [UInt8](repeating: 0, count: 32)
        let link = house.map { PracticeLink(practice: $0.id, n: (state.practices[$0.id]?.n ?? 0) + 1, previous: zeros) }
        try state.apply(LedgerEntry(time: now, link: link, event: event), leaf: zeros)
    }

    /// Enters a patient at its first mention: an imported one with its clinical date, someone new in the name of who makes the record.
    private mutating func meet(_ patient: Int, by holder: Holder, in house: HonestHouse, at now: Timestamp) throws {
        let subject = house.subject(patient)
        guard state.practices[house.id]?.patients[subject] == nil else { return }
        let clinical = house.clinical(patient)
        let maker = clinical == nil ? holder : .client(house.platform)
        let entry = PatientEntry(subject: subject, holder: maker, clinical: clinical?.milliseconds)
        try enter(.patient(entry), in: house, at: now)
    }

    private mutating func book(_ booking: HonestBooking, in house: HonestHouse, at now: Timestamp) throws {
        let booker: Holder =
            switch booking.booker {
            case .member(let member): .member(house.member(member))
            case .client: .client(house.platform)
            }
        try meet(booking.patient, by: booker, in: house, at: now)
        let entry = BookingEntry(
            subject: house.subject(booking.patient), professional: house.member(booking.professional),
            day: Int64(HonestTown.start.days + booking.day), holder: booker, session: SessionID(high: 0, low: 0), active: true)
        try enter(.booking(entry), in: house, at: now)
    }
}

extension HonestMonth {
    /// One opening as the program of a practice does it: a search shows names first, then the record is read tier by tier.
    private mutating func open(_ event: HonestEvent, in house: HonestHouse, at now: Timestamp) throws {
        let role = house.members[event.member].role
        let member = house.member(event.member)
        try meet(event.patient, by: .member(member), in: house, at: now)
        if event.via == .emergency { try declare(house.subject(event.patient), by: member, in: house, at: now) }
        if event.via == .search { try showNamesakes(event, by: member, in: house, at: now) }
        var refusal: RefusalReason?
        for tier in event.tiers.intersection(Access.readable(role)).tiers {
            let purpose: Purpose = tier != .identity ? .read : event.via == .search ? .search : event.via == .agenda ? .agenda : .read
            let reason = try ask(event.patient, tier, purpose, by: member, in: house, at: now)
            refusal = refusal ?? reason
        }
        tally.note(event, role, house.profile, refusal)
    }

    /// An emergency opening; when none is left, the record is opened like any other.
    private mutating func declare(_ subject: SubjectID, by member: MemberID, in house: HonestHouse, at now: Timestamp) throws {
        guard let practice = state.practices[house.id], let holder = practice[practice.counting(.member(member))] else { return }
        guard holder.emergencies.count(.day, at: now) < state.limits.emergencies else {
            tally.emergenciesUsedUp += 1
            return
        }
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
    private mutating func ask(
        _ patient: Int, _ tier: Tier, _ purpose: Purpose, by member: MemberID, in house: HonestHouse, at now: Timestamp
    ) throws -> RefusalReason? {
        let subject = house.subject(patient)
        let request = OpeningRequest(
            practice: house.id, holder: .member(member), sessionClass: .passkey, subject: subject, tier: tier,
            purpose: purpose, now: now)
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

    private mutating func follow(_ release: Release, of subject: SubjectID, in house: HonestHouse, at now: Timestamp) throws {
        let isNew = !(state.unusual.contains(subject, within: .hour, at: now))
        try enter(.release(release), in: house, at: now)
        guard release.opening else { return }
        for alert in state.alerts(after: release, in: house.id, at: now) {
            tally.alerts[alert.name, default: 0] += 1
            try enter(.alert(alert), in: house, at: now)
        }
        if let alert = state.tripwireAlert(at: now) {
            tally.alerts[.tripwire, default: 0] += 1
            try enter(.alert(alert), at: now)
        }
        tally.measure(release, subject, house, state, isUnusual: isNew && state.unusual.contains(subject, within: .hour, at: now))
    }

    /// Twenty patients refused within ten minutes freeze the member, as in the broker.
    private mutating func refuse(
        _ reason: RefusalReason, _ subject: SubjectID, _ member: MemberID, in house: HonestHouse, at now: Timestamp
    ) throws {
        let holder = Holder.member(member)
        _ = refusals.note(
            reason, holder: holder, practice: house.id, session: SessionID(high: 0, low: 0), subject: subject, now: now)
        guard refusals.recentlyRefused(holder, now: now) >= state.limits.refusalsToFreeze,
            state.practices[house.id]?[holder]?.isCareOnly == false
        else { return }
        tally.freezes += 1
        try enter(.freeze(Freeze(scope: .member, holder: holder, automatic: true, reason: "refusals")), in: house, at: now)
    }
}
