import BrokerAPI
import Vocabulary

/// The bounds as they were printed before: per stolen session, per practice, per installation.
struct Bounds: Sendable {
    /// What `doctor bounds` prints.
    var rows: [BoundRow] = []
    /// The limits that the ledger's last `limits` policy entered, by name.
    var limits: [String: [Int]] = [:]
    /// The same as its one line of text.
    private(set) var text = ""
    /// Professionals of all practices, and of each.
    var sizes: [PracticeID: Int] = [:]

    /// The most that one session of a role opens in a tier within a window.
    func session(_ role: Role, _ tier: Tier, _ window: WindowName) -> Int { row(role, tier.word, window) }

    /// The same for dormant patients.
    func dormant(_ role: Role, _ window: WindowName) -> Int { row(role, "dormant", window) }

    /// The most that one session of a role opens within a window, in every tier.
    func session(_ role: Role, _ window: WindowName) -> [Tier: Int] {
        Dictionary(uniqueKeysWithValues: Tier.allCases.map { ($0, session(role, $0, window)) })
    }

    /// The same of a bearer's session, which has a share of the limits and no floor.
    func bearer(_ role: Role, _ window: WindowName) -> [Tier: Int] { weaker(role, window, percent(1)) }

    /// The same of a session that began with a password.
    func password(_ role: Role, _ window: WindowName) -> [Tier: Int] { weaker(role, window, percent(0)) }

    private func percent(_ place: Int) -> Int {
        guard let shares = limits["classes"], shares.indices.contains(place) else { return 50 }
        return shares[place]
    }

    private func weaker(_ role: Role, _ window: WindowName, _ percent: Int) -> [Tier: Int] {
        let numbers = limits[role.rawValue] ?? []
        let place = WindowName.allCases.firstIndex(of: window) ?? 0
        return Dictionary(
            uniqueKeysWithValues: Tier.allCases.map { tier in
                let index = Int(tier.rawValue) * 3 + place
                let limit = numbers.indices.contains(index) ? numbers[index] : 0
                return (tier, limit == 0 ? 0 : max(1, limit * percent / 100))
            })
    }

    private func row(_ role: Role, _ name: String, _ window: WindowName) -> Int {
        guard let row = rows.first(where: { $0.role == role && $0.tier == name }) else { return 0 }
        switch window {
        case .hour: return Int(row.hour)
        case .day: return Int(row.day)
        case .month: return Int(row.month)
        }
    }

    /// What a practice's people open together in a tier in 30 days: one physician's limit for each professional and one more, and
    /// beyond it the care floor of each of its memberships.
    func people(of practice: DrillPractice, _ tier: Tier) -> Int {
        let size = sizes[practice.id] ?? 0
        let physician = limits[Role.physician.rawValue] ?? []
        let limit = physician.indices.contains(Int(tier.rawValue) * 3 + 2) ? physician[Int(tier.rawValue) * 3 + 2] : 0
        let percent = limits["people"]?.first ?? 100
        let floors = practice.accounts.filter { $0.role.isMembership && session($0.role, tier, .month) > 0 }
            .reduce(0) { $0 + floor($1.role) * 30 }
        return limit * (size + 1) * percent / 100 + floors
    }

    /// Expected patients and emergency openings of a membership in a day.
    private func floor(_ role: Role) -> Int { (limits[role.rawValue]?.last ?? 0) + (limits["emergencies"]?.first ?? 0) }

    /// Unusual openings of the installation in an hour that close the tripwire.
    var tripwireHour: Int { (limits["tripwire"]?.first ?? 0) * max(20, sizes.values.reduce(0, +)) }

    /// The same in a day.
    var tripwireDay: Int { (limits["tripwire"]?.last ?? 0) * max(20, sizes.values.reduce(0, +)) }

    /// The limits' text with every number of openings divided, and at least 1 where it was not 0.
    func divided(by share: Int) -> String { changed { $0 == 0 ? 0 : max(1, $0 / share) } }

    /// The same with every number of openings multiplied.
    func multiplied(by factor: Int) -> String { changed { $0 * factor } }

    private func changed(_ change: (Int) -> Int) -> String {
        let counted = Set(Role.allCases.map(\.rawValue) + ["tripwire", "emergencies"])
        return text.split(separator: ";").map { field in
            let pair = field.split(separator: "=")
            guard pair.count == 2, counted.contains(String(pair[0])) else { return String(field) }
            let numbers = pair[1].split(separator: ",").map { Int($0) ?? 0 }
            return pair[0] + "=" + numbers.map { String(change($0)) }.joined(separator: ",")
        }.joined(separator: ";")
    }

    /// Reads the one-line text of limits.
    mutating func read(limits text: String) {
        self.text = text
        limits = [:]
        for field in text.split(separator: ";") {
            let pair = field.split(separator: "=")
            guard pair.count == 2 else { continue }
            limits[String(pair[0])] = pair[1].split(separator: ",").compactMap { Int($0) }
        }
    }
}
