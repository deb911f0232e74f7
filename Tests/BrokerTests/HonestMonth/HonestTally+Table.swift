import BrokerAPI
import Synthetic
import Vocabulary

@testable import Broker

extension HonestTally {
    /// The tables of docs/decisions/0010, as Markdown. Counts are the 50th, 99.5th and 99.9th percentile and the highest, over the days
    /// of all members (for 30 days: over the members); after the stroke stands the limit.
    func table(_ limits: Limits) -> String {
        var lines = ["| role | tier | hour | day | 30 days |", "|---|---|---|---|---|"]
        for role in Role.allCases { lines += rows(role, limits[role]) }
        lines += ["", "| month | events | in front | refused in front | refused otherwise | reasons |"]
        lines.append("|---|---:|---:|---:|---:|---|")
        for profile in HonestProfile.allCases { lines.append(row(profile)) }
        lines += ["", "| month | professionals | unusual, hour | day | a professional, hour | day |"]
        lines.append("|---|---:|---:|---:|---:|---:|")
        for profile in HonestProfile.allCases { lines.append(tripwireRow(profile)) }
        lines += ["", "| role | identity | contact | medical | restricted | dormant |", "|---|---|---|---|---|---|"]
        for role in Role.allCases { lines.append(boundsRow(role, limits.bounds)) }
        return (lines + ["", summary]).joined(separator: "\n")
    }

    private var summary: String {
        let alerts = alerts.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }
        let shares = practicePeaks.values.flatMap { $0 }.max() ?? 0
        return "Installation's unusual openings: \(installationPeak.hour) an hour, \(installationPeak.day) a day. "
            + "Most used of a practice's limit: \(shares / 10) %. Freezes: \(freezes). "
            + "Emergency openings used up: \(emergenciesUsedUp). Alerts: \(alerts.joined(separator: ", "))."
    }

    private func boundsRow(_ role: Role, _ bounds: [BoundRow]) -> String {
        let cells = bounds.filter { $0.role == role }.map {
            $0.month == 0 ? "–" : "\($0.hour) / \($0.day) / \($0.month)"
        }
        return "| \(role.rawValue) | " + cells.joined(separator: " | ") + " |"
    }

    private func rows(_ role: Role, _ profile: Profile) -> [String] {
        let days = peaks.filter { $0.key.role == role }
        return HonestTally.columns.enumerated().compactMap { column, word in
            guard days.values.contains(where: { $0[column * 3] > 0 }) else { return nil }
            let limit = column < 4 ? profile.tiers[column] : profile.dormant
            let cells = WindowName.allCases.enumerated().map { index, window in
                HonestTally.spread(days, column * 3 + index, window) + " / \(limit[window])"
            }
            return "| \(role.rawValue) | \(word) | " + cells.joined(separator: " | ") + " |"
        }
    }

    private static func spread(_ days: [Day: [Int]], _ place: Int, _ window: WindowName) -> String {
        var highest: [Day: Int] = [:]
        for (day, counts) in days {
            // A month is counted once for each member.
            var key = day
            if window == .month { key.day = 0 }
            highest[key] = max(highest[key] ?? 0, counts[place])
        }
        let values = highest.values.sorted()
        let shares = [0.5, 0.995, 0.999].map { values[min(values.count - 1, Int(Double(values.count) * $0))] }
        return (shares + [values.last ?? 0]).map(String.init).joined(separator: " ")
    }

    private func row(_ profile: HonestProfile) -> String {
        let own = refused.filter { $0.key.profile == profile }
        func sum(_ isInFront: Bool) -> Int { own.filter { $0.key.isInFront == isInFront }.values.reduce(0, +) }
        let reasons = own.map {
            "\($0.key.role.rawValue) \($0.key.reason.rawValue)\($0.key.isInFront ? " in front" : ""): \($0.value)"
        }
        let figures = [events[profile] ?? 0, eventsInFront[profile] ?? 0, sum(true), sum(false)]
        return "| \(profile.rawValue) | " + figures.map(String.init).joined(separator: " | ")
            + " | \(reasons.sorted().joined(separator: "; ")) |"
    }

    private func tripwireRow(_ profile: HonestProfile) -> String {
        let (size, peak) = (professionals[profile] ?? 0, unusualPeaks[profile] ?? (0, 0))
        func each(_ count: Int) -> String { size == 0 ? "–" : "\(Double(count * 10 / size) / 10)" }
        return "| \(profile.rawValue) | \(size) | \(peak.hour) | \(peak.day) | \(each(peak.hour)) | \(each(peak.day)) |"
    }
}
