import JSONTree
import Vocabulary

extension ScopeTotals {
    /// A number with its bounds in words; unknown is never written as zero.
    static func words(_ bounds: Bounds) -> String {
        if bounds.isExact { return "\(bounds.lower)" }
        let reasons = bounds.reasons.isEmpty ? "" : " (" + bounds.reasons.map(\.rawValue).joined(separator: ", ") + ")"
        guard let upper = bounds.upper else {
            return bounds.lower == 0
                ? "unknown, not zero\(reasons)" : "at least \(bounds.lower), no upper bound\(reasons)"
        }
        return "at least \(bounds.lower), at most \(upper)\(reasons)"
    }

    /// Sentences that say what the numbers are and are not.
    var text: String {
        let rows = Tier.allCases.map { "\($0.word): \(Self.words(tiers[$0] ?? Bounds(0)))" }
        let practices = mayBeAffected == 0 ? "" : ", and \(mayBeAffected) may be concerned"
        return """
            Keys released, in records, each one patient of one practice: \(rows.joined(separator: "; ")); \
            any tier: \(Self.words(released)). Distinct people: \(Self.words(people)). \
            Practices concerned: \(affected.count)\(practices).
            """
    }

    /// The same for programs: `at_most` is null where no upper bound is known, and both where nothing is.
    var rows: JSONValue {
        .array(Tier.allCases.map { Self.row($0.word, tiers[$0] ?? Bounds(0)) } + [Self.row("any", released)])
    }

    static func row(_ tier: String, _ bounds: Bounds) -> JSONValue {
        let isUnknown = bounds.lower == 0 && bounds.upper == nil
        return [
            "tier": .string(tier), "at_least": isUnknown ? .null : .number(JSONNumber(bounds.lower)),
            "at_most": bounds.upper.map { .number(JSONNumber($0)) } ?? .null,
            "reasons": .array(bounds.reasons.map { .string($0.rawValue) }),
        ]
    }
}
