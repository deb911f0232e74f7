import Response
import Vocabulary

/// A scope as lines for a person.
struct ScopeText {
    let lines: [String]

    init(_ result: ScopeResult) {
        var lines: [String] = []
        if !result.isWhole {
            lines.append(
                "NOT THE WHOLE LEDGER: this is said of its first \(result.size) of \(result.checkpoint.size) entries.")
            lines += result.problems.prefix(20).map { "  \($0)" }
        }
        lines.append("people: \(ScopeText.bounds(result.people)) in \(result.practices.count) practices")
        for tier in Tier.allCases { lines.append("  \(tier.word): \(ScopeText.bounds(result.people(in: tier)))") }
        lines += result.practices.flatMap { ScopeText.lines($0) }
        lines.append("People: whose keys were released. Read: to whom something was shown, as the access logs say.")
        self.lines = lines
    }

    static func lines(_ practice: PracticeScope) -> [String] {
        var lines = ["practice \(practice.practice): \(bounds(practice.people)) people"]
        for tier in practice.tiers where tier.releases > 0 {
            var line = "  \(tier.tier.word): \(bounds(tier.people)) people, \(tier.releases) releases"
            line += "; read: \(bounds(tier.read))"
            line += "; dormant \(tier.dormant), after containment \(tier.afterContainment)"
            if let first = tier.first, let last = tier.last { line += ", \(first.instant) to \(last.instant)" }
            lines.append(line)
        }
        if practice.ownResources > 0 {
            lines.append("  \(practice.ownResources) releases of the practice's own resources")
        }
        if practice.erased > 0 { lines.append("  \(practice.erased) of them erased since") }
        return lines
    }

    static func bounds(_ bounds: Bounds) -> String {
        let why = bounds.reasons.isEmpty ? "" : " (\(bounds.reasons.map(\.rawValue).joined(separator: ", ")))"
        guard let upper = bounds.upper else { return "at least \(bounds.lower)\(why)" }
        return (bounds.lower == upper ? "\(upper)" : "\(bounds.lower) to \(upper)") + why
    }
}
