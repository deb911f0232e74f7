import Synthetic
import Vocabulary

@testable import Broker

/// Lets honest people work for a month under the broker's own decision, and counts what it refuses them.
///
/// It is the pure part of the broker: state, decision, alerts, tripwire and automatic freeze, without keys, files or sockets. All
/// sessions are passkey sessions. Time begins with no openings at all, as on the day after an import.
struct HonestMonth {
    private(set) var state = BrokerState()
    var tally = HonestTally()
    var refusals = RefusalBook()
    var signIns = HonestSignIns()
    private(set) var houses: [HonestHouse] = []
    /// Thieves beside them, if any.
    var siege: HonestSiege?
    /// Others whom a search shows besides the patient sought: identity openings that cost the member.
    let namesakes: Int

    /// Enters the practices and their people; `enforces` false only measures; `isLive` makes all members newcomers for 7 days.
    init(
        _ town: HonestTown, limits: Limits = .standard, enforces: Bool = true, isLive: Bool = false, namesakes: Int = 0,
        siege: HonestSiege.Plan? = nil
    ) throws {
        self.namesakes = namesakes
        let begin = HonestTown.moment(-400, 0)
        try enter(.policy(Policy(name: .begin, value: "simulated")), at: begin)
        try enter(.policy(Policy(name: .limits, value: limits.text)), at: begin)
        houses = town.plan.indices.map { HonestHouse($0, in: town) }
        self.siege = siege.map { HonestSiege($0, of: houses) }
        for house in houses {
            try enter(.practice(PracticeEntry(size: Int64(house.size), open: true)), in: house, at: begin)
            if !enforces { try enter(.policy(Policy(name: .mode, value: "observe")), in: house, at: begin) }
            tally.add(house)
            let platform = ClientEntry(
                client: house.platform, role: .booking, deposit: false, start: begin.milliseconds)
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
            try raid(until: step.time)
            try thaw(until: step.time)
            switch step.what {
            case .opens(let event): try open(event, in: house, at: step.time)
            case .books(let booking): try book(booking, in: house, at: step.time)
            }
        }
    }

    /// Applies an entry. Leaf hashes are all zero here: the decision does not look at them.
    mutating func enter(_ event: LedgerEvent, in house: HonestHouse? = nil, at now: Timestamp) throws {
        let zeros = [UInt8](repeating: 0, count: 32)
        let link = house.map { PracticeLink(practice: $0.id, n: (state.practices[$0.id]?.n ?? 0) + 1, previous: zeros) }
        try state.apply(LedgerEntry(time: now, link: link, event: event), leaf: zeros)
    }

    /// Enters a patient at its first mention: an imported one with its clinical date, someone new in the name of who makes the record.
    mutating func meet(_ patient: Int, by holder: Holder, in house: HonestHouse, at now: Timestamp) throws {
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
        if case .member(let member) = booking.booker {
            signIns.use(house.member(member), house.members[member].role, at: now)
        }
        try meet(booking.patient, by: booker, in: house, at: now)
        let entry = BookingEntry(
            subject: house.subject(booking.patient), professional: house.member(booking.professional),
            day: Int64(HonestTown.start.days + booking.day), holder: booker, session: SessionID(high: 0, low: 0),
            active: true)
        try enter(.booking(entry), in: house, at: now)
    }
}
