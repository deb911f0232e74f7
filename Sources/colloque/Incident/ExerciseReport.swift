import Drill
import JSONTree
import Response
import Vocabulary

/// What an exercise showed.
struct ExerciseReport {
    private var practices = 0
    private var rule: String?
    private var foundAfter: Int64?
    private var containedAfter: Int64 = 0
    private var afterwards = 0
    private var scopeSeconds = 0.0
    private var packSeconds = 0.0
    private var released: [Tier: Int64] = [:]
    private var seen: [Tier: Int64] = [:]
    private var differing = 0
    private var isWhole = false
    private var made = PackRun.Made()
    private var epochs = 0
    private var epochSeconds = 0.0

    mutating func take(_ breach: StagedBreach) {
        practices = breach.losses.count
        rule = breach.rule
        foundAfter = breach.found.map { ($0.milliseconds - breach.began.milliseconds) / 1_000 }
        containedAfter = (breach.contained.milliseconds - breach.began.milliseconds) / 1_000
        afterwards = breach.afterwards
        for loss in breach.losses { for (tier, count) in loss.seen { seen[tier, default: 0] += Int64(count) } }
    }

    /// Compares each practice's scope with what its thief saw: at least so many keys must have been released.
    mutating func take(_ result: ScopeResult, _ breach: StagedBreach, seconds: Double) {
        (isWhole, scopeSeconds) = (result.isWhole, seconds)
        let scopes = Dictionary(uniqueKeysWithValues: result.practices.map { ($0.practice, $0) })
        for practice in result.practices {
            for tier in practice.tiers { released[tier.tier, default: 0] += tier.people.lower }
        }
        differing = breach.losses.count { loss in
            let tiers = result.subjects(of: loss.practice).values
            let care = tiers.count { $0.contains(.medical) || $0.contains(.restricted) }
            return loss.seenCare > care
                || [Tier.identity, .contact].contains {
                    loss.seen[$0] ?? 0 > scopes[loss.practice]?[$0].people.lower ?? 0
                }
        }
    }

    mutating func take(_ made: PackRun.Made, seconds: Double) { (self.made, packSeconds) = (made, seconds) }

    mutating func takeEpochs(_ tiers: Int, seconds: Double) { (epochs, epochSeconds) = (tiers, seconds) }

    /// Whether everything was found, contained, counted and written, and what leaked opens nothing new.
    var held: Bool {
        isWhole && afterwards == 0 && differing == 0 && made.failures.isEmpty && made.packs > 0
            && Int64(epochs) == released.values.reduce(0, +)
    }

    /// For people.
    var lines: [String] {
        let tiers = Tier.allCases.map { "\($0.word) \(released[$0] ?? 0) released, \(seen[$0] ?? 0) seen" }
        let sizes = made.certificateBytes
        return [
            "\(practices) stolen sessions; \(rule.map { "found by \($0) after \(foundAfter ?? 0) s" } ?? "found by nobody")",
            "contained after \(containedAfter) s; answered after that: \(afterwards)",
            "scope in \(number(scopeSeconds)) s: " + tiers.joined(separator: "; "),
            "practices whose thief saw more than the scope says: \(differing)",
            "\(made.certificates) certificates, median \(sizes.isEmpty ? 0 : sizes[sizes.count / 2]) bytes, largest \(sizes.last ?? 0)",
            "\(made.packs) packs, \(made.failures.count) failed; \(number(packSeconds / 60)) minutes after the finding",
            "\(epochs) tiers of patients got a new epoch in \(number(epochSeconds)) s",
        ]
    }

    /// For programs.
    var json: JSONValue {
        [
            "practices": .number(JSONNumber(Int64(practices))), "rule": rule.map(JSONValue.string) ?? .null,
            "contained_after_s": .number(JSONNumber(containedAfter)),
            "answered_after": .number(JSONNumber(Int64(afterwards))),
            "differing": .number(JSONNumber(Int64(differing))),
            "scope_ms": .number(JSONNumber(Int64(scopeSeconds * 1_000))),
            "packs": .number(JSONNumber(Int64(made.packs))), "failed": .number(JSONNumber(Int64(made.failures.count))),
            "packs_ms": .number(JSONNumber(Int64(packSeconds * 1_000))), "epochs": .number(JSONNumber(Int64(epochs))),
            "epochs_ms": .number(JSONNumber(Int64(epochSeconds * 1_000))), "held": .bool(held),
        ]
    }

    private func number(_ value: Double) -> String {
        let tenths = Int64((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
