import Synthetic
import Vocabulary

@testable import Broker

extension HonestTally {
    /// The tables of docs/decisions/0010, as Markdown.
    func table(_ limits: Limits) -> String {
        var lines = ["| role | tier | window | p50 | p99.5 | p99.9 | max | limit |", "|---|---|---|---:|---:|---:|---:|---:|"]
        for role in Role.allCases { lines += rows(role, limits[role]) }
        lines += ["", "| profile | events | in front | refused in front | refused otherwise | reasons |", "|---|---:|---:|---:|---:|---|"]
        for profile in HonestProfile.allCases { lines.append(row(profile)) }
        lines += ["", "| profile | professionals | unusual an hour | a day | a professional, hour | day | practice limit used |"]
        lines.append("|---|---:|---:|---:|---:|---:|---|")
        for profile in HonestProfile.allCases { lines.append(tripwireRow(profile)) }
        let alerts = alerts.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }
        lines += ["", "Installation's unusual openings: \(installationPeak.hour) an hour, \(installationPeak.day) a day."]
        lines.append("Freezes \(freezes); emergency openings used up \(emergenciesUsedUp); alerts: \(alerts.joined(separator: ", ")).")
        return lines.joined(separator: "\n")
    }

    private func rows(_ role: Role, _ profile: Profile) -> [String] {
        let days = peaks.filter { $0.key.role == role }
        return HonestTally.columns.enumerated().flatMap { column, word in
            WindowName.allCases.enumerated().compactMap { index, window in
                var highest: [Day: Int] = [:]
                for (day, counts) in days {
                    // A month is counted once for each member.
                    let key = window == .month ? Day(role: role, profile: day.profile, holder: day.holder, day: 0) : day
                    highest[key] = max(highest[key] ?? 0, counts[column * 3 + index])
                }
                let values = highest.values.sorted()
                guard let largest = values.last, largest > 0 else { return nil }
                func quantile(_ share: Double) -> Int { values[min(values.count - 1, Int(Double(values.count) * share))] }
                let limit = column < 4 ? profile.tiers[column] : profile.dormant
                let figures = [quantile(0.5), quantile(0.995), quantile(0.999), largest, limit[window]]
                return "| \(role.rawValue) | \(word) | \(window.rawValue) | " + figures.map(String.init).joined(separator: " | ") + " |"
            }
        }
    }

    private func row(_ profile: HonestProfile) -> String {
        let own = refused.filter { $0.key.profile == profile }
        func sum(_ isInFront: Bool) -> Int { own.filter { $0.key.isInFront == isInFront }.values.reduce(0, +) }
        let reasons = own.map { "\($0.key.role.rawValue) \($0.key.reason.rawValue)\($0.key.isInFront ? " in front" : ""): \($0.value)" }
        let figures = [events[profile] ?? 0, eventsInFront[profile] ?? 0, sum(true), sum(false)]
        return "| \(profile.rawValue) | " + figures.map(String.init).joined(separator: " | ")
            + " | \(reasons.sorted().joined(separator: "; ")) |"
    }

    private func tripwireRow(_ profile: HonestProfile) -> String {
        let (size, peak) = (professionals[profile] ?? 0, unusualPeaks[profile] ?? (0, 0))
        func tenths(_ count: Int) -> String { size == 0 ? "–" : "\(Double(count * 10 / size) / 10)" }
        let shares = (practicePeaks[profile] ?? []).map { "\($0 / 10)" }
        return "| \(profile.rawValue) | \(size) | \(peak.hour) | \(peak.day) | \(tenths(peak.hour)) | \(tenths(peak.day)) | "
            + shares.joined(separator: " ") + " |"
    }
}
