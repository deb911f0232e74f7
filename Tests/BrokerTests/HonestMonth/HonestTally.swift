import Synthetic
import Vocabulary

@testable import Broker

/// What an honest month needed, and what was refused.
struct HonestTally {
    /// Of one member on one day: the highest counts of each tier, then of dormant patients, in each window.
    struct Day: Hashable {
        let role: Role
        let profile: HonestProfile
        let holder: Holder
        var day: Int64
    }

    struct Refused: Hashable {
        let profile: HonestProfile
        let role: Role
        let reason: RefusalReason
        let isInFront: Bool
    }

    /// Columns of a day's counts: the tiers and dormant.
    static let columns = Tier.allCases.map(\.word) + ["dormant"]
    var emergenciesUsedUp = 0
    var freezes = 0
    /// Tiers refused of patients whom the care floor promises.
    var promisesBroken = 0
    /// Patients in front who were opened by an emergency opening after a refusal.
    var byEmergency = 0
    var alerts: [AlertName: Int] = [:]
    private(set) var events: [HonestProfile: Int] = [:]
    private(set) var eventsInFront: [HonestProfile: Int] = [:]
    private(set) var refused: [Refused: Int] = [:]
    private(set) var peaks: [Day: [Int]] = [:]
    /// Highest share of a practice's limit that its people used, in thousandths, by profile: tier × window.
    private(set) var practicePeaks: [HonestProfile: [Int]] = [:]
    private(set) var professionals: [HonestProfile: Int] = [:]
    private var unusual: [HonestProfile: OpeningWindow] = [:]
    /// Most unusual openings in an hour and in a day, of all practices of a profile together.
    private(set) var unusualPeaks: [HonestProfile: (hour: Int, day: Int)] = [:]
    /// The same of the installation.
    private(set) var installationPeak = (hour: 0, day: 0)

    mutating func add(_ house: HonestHouse) { professionals[house.profile, default: 0] += house.size }

    mutating func note(_ event: HonestEvent, _ role: Role, _ profile: HonestProfile, _ refusal: RefusalReason?) {
        let isInFront = event.via.isInFront(of: role)
        events[profile, default: 0] += 1
        if isInFront { eventsInFront[profile, default: 0] += 1 }
        guard let refusal else { return }
        refused[Refused(profile: profile, role: role, reason: refusal, isInFront: isInFront), default: 0] += 1
    }

    /// Refused events, with a patient in front or without.
    func refusals(isInFront: Bool) -> Int { refused.filter { $0.key.isInFront == isInFront }.values.reduce(0, +) }

    /// Refused events of a month without a patient in front.
    func otherRefusals(_ profile: HonestProfile) -> Int {
        refused.filter { $0.key.profile == profile && !$0.key.isInFront }.values.reduce(0, +)
    }

    /// Why patients in front were refused, with how many of each role.
    var reasonsInFront: String {
        var counts: [String: Int] = [:]
        for (key, count) in refused where key.isInFront {
            counts["\(key.role.rawValue) \(key.reason.rawValue)", default: 0] += count
        }
        return counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }

    mutating func measure(
        _ release: Release, _ subject: SubjectID, _ house: HonestHouse, _ state: BrokerState, isUnusual: Bool
    ) {
        guard let practice = state.practices[house.id] else { return }
        let holder = practice.counting(release.holder)
        guard let counting = practice[holder] else { return }
        let now = state.time
        let day = Day(
            role: counting.role, profile: house.profile, holder: holder, day: now.adding(seconds: HonestTown.ahead).day)
        let column = Int(release.tier.rawValue)
        raise(&peaks[day, default: Array(repeating: 0, count: 15)], column, counting.windows[release.tier], now)
        if release.dormant { raise(&peaks[day, default: []], 4, counting.windows.dormant, now) }
        let (shared, limit) = practice.shared(by: release.holder, tier: release.tier, state.limits)
        var shares = practicePeaks[house.profile] ?? Array(repeating: 0, count: 12)
        for (index, window) in WindowName.allCases.enumerated() where limit[window] > 0 {
            let share = shared.count(window, at: now) * 1_000 / limit[window]
            shares[column * 3 + index] = max(shares[column * 3 + index], share)
        }
        practicePeaks[house.profile] = shares
        if isUnusual { measureUnusual(subject, house.profile, state) }
    }

    private func raise(_ counts: inout [Int], _ column: Int, _ window: OpeningWindow, _ now: Timestamp) {
        for (index, length) in WindowName.allCases.enumerated() {
            counts[column * 3 + index] = max(counts[column * 3 + index], window.count(length, at: now))
        }
    }

    private mutating func measureUnusual(_ subject: SubjectID, _ profile: HonestProfile, _ state: BrokerState) {
        let now = state.time
        unusual[profile, default: OpeningWindow()].record(subject, at: now)
        let window = unusual[profile] ?? OpeningWindow()
        let peak = unusualPeaks[profile] ?? (0, 0)
        unusualPeaks[profile] = (
            max(peak.hour, window.count(.hour, at: now)), max(peak.day, window.count(.day, at: now))
        )
        installationPeak.hour = max(installationPeak.hour, state.unusual.count(.hour, at: now))
        installationPeak.day = max(installationPeak.day, state.unusual.count(.day, at: now))
    }
}
