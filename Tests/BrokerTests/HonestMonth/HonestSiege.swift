import BrokerAPI
import Synthetic
import Vocabulary

@testable import Broker

/// Stolen accounts beside honest people: each opens strangers of its own practice, in every tier that it may see.
struct HonestSiege {
    /// How the thieves behave.
    enum Manner: String, CaseIterable {
        /// As fast as they can, until they are frozen: the installation notices.
        case greedy
        /// Stopping at the first refusal of an hour, together far below the tripwire: nothing notices.
        case patient
    }

    struct Hand {
        let house: Int
        let member: MemberID
        let role: Role
        var place = 0
    }

    /// What is tried.
    struct Plan {
        let manner: Manner
        let sessions: Int
        /// False: neither the tripwire nor refusals close anything; the limits alone hold.
        var isNoticed = true
        /// Seconds from the first refusal that the owner of a frozen account meets until somebody thaws it; nil: nobody does.
        var thawAfter: Int64?
    }

    let plan: Plan
    /// When it begins: the morning of the second Monday.
    static let start = HonestTown.moment(7, 32_400_000)
    /// Milliseconds between two raids.
    static let pause: Int64 = 600_000
    var hands: [Hand]
    var next = HonestSiege.start
    /// Distinct patients per tier, within an hour, a day, 30 days of the start.
    var opened: [WindowName: [Tier: Set<SubjectID>]] = [:]
    /// Seconds until the tripwire closed first, and when a first thief was frozen.
    var tripped: Int64?
    var frozen: Set<MemberID> = []
    /// Owners of frozen accounts who have said so, in the order of time.
    var reports: [(at: Timestamp, member: MemberID, house: HonestHouse)] = []
    var waiting: Set<MemberID> = []
    var thawed = 0

    /// Takes professionals of the practices, of all of them alike, until there are enough.
    init(_ plan: Plan, of houses: [HonestHouse]) {
        self.plan = plan
        let lists = houses.enumerated().map { number, house in
            house.members.filter(\.role.isProfessional).map {
                Hand(house: number, member: house.member($0.index), role: $0.role)
            }
        }
        let most = lists.map(\.count).max() ?? 0
        let all = (0..<most).flatMap { place in lists.compactMap { $0.indices.contains(place) ? $0[place] : nil } }
        hands = Array(all.prefix(plan.sessions))
    }

    /// How many patients a hand takes in a raid.
    func share(_ limits: Limits, _ professionals: Int) -> Int {
        guard plan.manner == .patient else { return 40 }
        // Six raids an hour; honest people take up to half of the tripwire's numbers.
        let anHour = min(limits.tripwireHour * professionals / 3, limits.tripwireDay * professionals / 3 / 12)
        return max(0, anHour / 6 / max(1, hands.count))
    }

    mutating func note(_ subject: SubjectID, _ tier: Tier, at now: Timestamp) {
        for window in WindowName.allCases
        where now.milliseconds - HonestSiege.start.milliseconds < window.milliseconds {
            opened[window, default: [:]][tier, default: []].insert(subject)
        }
    }

    /// Patients per tier within an hour, a day and 30 days.
    var table: String {
        WindowName.allCases.map { window in
            let counts = Tier.allCases.map { "\(opened[window]?[$0]?.count ?? 0)" }
            return "\(window): " + counts.joined(separator: "/")
        }.joined(separator: ", ")
    }
}

extension HonestTally {
    /// What the honest met meanwhile, owners of stolen accounts included.
    func besideThieves(_ siege: HonestSiege) -> String {
        let inFront = eventsInFront.values.reduce(0, +)
        return
            "tripwire closed after \(siege.tripped.map { "\($0) s" } ?? "never"), \(siege.frozen.count) thieves frozen, \(siege.thawed) thawed; honest: "
            + "\(inFront) patients in front, \(promisesBroken) refused who are booked or were opened within 30 days, "
            + "\(byEmergency) opened as an emergency, \(refusals(isInFront: true)) others refused (\(reasonsInFront)), "
            + "\(refusals(isInFront: false)) refused without a patient in front"
    }
}

extension HonestMonth {
    /// Lets the thieves raid as often as they would have until a moment.
    mutating func raid(until moment: Timestamp) throws {
        while var siege, siege.next <= moment {
            let now = siege.next
            siege.next = now.adding(milliseconds: HonestSiege.pause)
            let share = siege.share(state.limits, professionals)
            for index in siege.hands.indices where !siege.frozen.contains(siege.hands[index].member) {
                var hand = siege.hands[index]
                try raid(&hand, share, &siege, at: now)
                siege.hands[index] = hand
            }
            if siege.tripped == nil, state.tripwireUntil > now {
                siege.tripped = (now.milliseconds - HonestSiege.start.milliseconds) / 1_000
            }
            self.siege = siege
        }
    }

    private mutating func raid(
        _ hand: inout HonestSiege.Hand, _ share: Int, _ siege: inout HonestSiege, at now: Timestamp
    ) throws {
        let house = houses[hand.house]
        for _ in 0..<share where house.practice.patientCount > 0 {
            // Every thief begins elsewhere in the list.
            let patient = (Int(hand.member.low % 64) * 997 + hand.place) % house.practice.patientCount
            hand.place += 1
            try meet(patient, by: .member(hand.member), in: house, at: now)
            let subject = house.subject(patient)
            for tier in Access.readable(hand.role).tiers {
                if try ask(patient, tier, .read, by: hand.member, in: house, at: now) == nil {
                    siege.note(subject, tier, at: now)
                } else if siege.plan.manner == .patient {
                    return
                }
            }
            if state.practices[house.id]?[.member(hand.member)]?.isCareOnly == true {
                siege.frozen.insert(hand.member)
                return
            }
        }
    }

    /// Notes that the owner of a frozen account was refused: from then on somebody can be told.
    mutating func report(_ member: MemberID, in house: HonestHouse, at now: Timestamp) {
        guard siege?.plan.thawAfter != nil, siege?.waiting.insert(member).inserted == true else { return }
        siege?.reports.append((now, member, house))
    }

    /// Thaws the accounts that were reported long enough ago. Their thieves are out: a freeze ends all sessions, and they have no factor.
    mutating func thaw(until moment: Timestamp) throws {
        guard let delay = siege?.plan.thawAfter else { return }
        while let report = siege?.reports.first, report.at.adding(seconds: delay) <= moment {
            let entry = Thaw(scope: .member, holder: .member(report.member), reason: "owner")
            try enter(.thaw(entry), in: report.house, at: moment)
            siege?.reports.removeFirst()
            siege?.waiting.remove(report.member)
            siege?.thawed += 1
        }
    }

    /// Professionals of all practices.
    private var professionals: Int { houses.reduce(0) { $0 + $1.size } }
}
