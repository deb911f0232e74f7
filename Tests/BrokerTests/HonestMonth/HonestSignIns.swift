import BrokerAPI
import Vocabulary

@testable import Broker

/// How often honest people are asked for a factor: when no session lives any more, and where only a fresh factor opens.
struct HonestSignIns {
    private struct Seat {
        var role: Role
        var began: Timestamp
        var used: Timestamp
        var prompts = 1
        var stepUps = 0
        var days: Set<Int64> = []
    }

    private let configuration = BrokerConfiguration(directory: "/nowhere", clock: SystemClock())
    private var seats: [MemberID: Seat] = [:]

    /// Notes that a member does something, signing in where the session has ended or rested too long.
    mutating func use(_ member: MemberID, _ role: Role, at now: Timestamp) {
        guard now >= HonestTown.moment(0, 0) else { return }
        var seat = seats[member] ?? Seat(role: role, began: now, used: now)
        let end = seat.began.adding(seconds: configuration.memberSessionSeconds)
        let rest = configuration.idleSeconds[.passkey].map { seat.used.adding(seconds: $0) }
        if now >= end || rest.map({ now >= $0 }) == true {
            seat.prompts += 1
            seat.began = now
        }
        seat.used = now
        seat.days.insert(now.adding(seconds: HonestTown.ahead).day)
        seats[member] = seat
    }

    /// Notes that a fresh factor was asked for.
    mutating func stepUp(_ member: MemberID) { seats[member]?.stepUps += 1 }

    /// Sign-ins of a role for each day on which one of its members worked, in thousandths.
    func promptsPerDay(_ role: Role) -> Int {
        let own = seats.values.filter { $0.role == role }
        return own.reduce(0) { $0 + $1.prompts } * 1_000 / max(1, own.reduce(0) { $0 + $1.days.count })
    }

    /// By role: members, days worked, sign-ins and step-ups of a member, as mean, median and highest.
    var table: String {
        var lines = [
            "| role | members | days worked | sign-ins a member: mean, median, highest | a day worked | step-ups: mean, median, highest |",
            "|---|---:|---:|---|---:|---|",
        ]
        for role in Role.allCases {
            let own = seats.values.filter { $0.role == role }
            guard !own.isEmpty else { continue }
            let days = own.reduce(0) { $0 + $1.days.count }
            let perDay = Double(promptsPerDay(role)) / 1_000
            lines.append(
                "| \(role.rawValue) | \(own.count) | \(days) | \(HonestSignIns.spread(own.map(\.prompts))) | \(perDay) "
                    + "| \(HonestSignIns.spread(own.map(\.stepUps))) |")
        }
        return lines.joined(separator: "\n")
    }

    private static func spread(_ counts: [Int]) -> String {
        let sorted = counts.sorted()
        let mean = Double(sorted.reduce(0, +) * 100 / sorted.count) / 100
        return "\(mean) \(sorted[sorted.count / 2]) \(sorted[sorted.count - 1])"
    }
}
