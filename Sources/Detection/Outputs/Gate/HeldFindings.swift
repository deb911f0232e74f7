import Vocabulary

/// What was held back since the last summary: counted by rule, with the gravest of each kept by name.
struct HeldFindings: Sendable, Codable {
    struct Rule: Sendable, Codable {
        var count: UInt64 = 0
        /// At most ``HeldFindings/shown``, the gravest first.
        var worst: [Finding] = []
    }

    static let shown = 3
    private static let maximumRules = 256
    private(set) var since: Timestamp?
    private(set) var total: UInt64 = 0
    private var first = Timestamp(milliseconds: .max)
    private var last = Timestamp(milliseconds: .min)
    private var rules: [String: Rule] = [:]

    mutating func add(_ finding: Finding, at now: Timestamp) {
        since = since ?? now
        total &+= 1
        (first, last) = (min(first, finding.first), max(last, finding.last))
        let name = rules[finding.rule] != nil || rules.count < Self.maximumRules ? finding.rule : "other rules"
        rules[name, default: Rule()].count &+= 1
        rules[name, default: Rule()].keep(finding)
    }

    /// One finding that says how many were held back, of which rules, and whom the gravest of each name.
    func summary(at now: Timestamp) -> Finding? {
        guard let since else { return nil }
        let span = OutputText.span(milliseconds: max(1_000, now.milliseconds &- since.milliseconds))
        let sorted = rules.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let parts = sorted.prefix(5).map { "\($0.key) \(OutputText.grouped($0.value.count))\($0.value.names)" }
        let more = sorted.count > 5 ? "; and \(sorted.count - 5) more rules" : ""
        let why =
            "\(OutputText.counted(total, "finding")) held back in \(span): \(parts.joined(separator: "; "))\(more)"
        let level = rules.values.flatMap(\.worst).map(\.level).max() ?? .informational
        return Finding(
            id: FindingDigest.hex(["colloque.gate", first.instant, last.instant, String(total)]), rule: "colloque.gate",
            title: "Findings held back by the rate", level: level, first: first, last: last, measure: Double(total),
            events: Int(clamping: total), source: LogSource(product: "colloque", service: "watch"), why: why,
            unit: "findings")
    }
}

extension HeldFindings.Rule {
    /// Keeps it if it is among the gravest: by level, then by measure; of one group the greatest.
    fileprivate mutating func keep(_ finding: Finding) {
        if let place = worst.firstIndex(where: { $0.group == finding.group }) {
            guard FindingOrder.isGraver(finding, than: worst[place]) else { return }
            worst.remove(at: place)
        }
        let place = worst.firstIndex { FindingOrder.isGraver(finding, than: $0) } ?? worst.count
        guard place < HeldFindings.shown else { return }
        worst.insert(finding, at: place)
        if worst.count > HeldFindings.shown { worst.removeLast() }
    }

    fileprivate var names: String {
        let names = worst.filter { !$0.group.isEmpty }.map { finding in
            let group = finding.group.map { "\($0.field) \($0.value)" }.joined(separator: ", ")
            let measure = finding.measure.map { ": \(OutputText.measure($0, unit: finding.unit))" } ?? ""
            return OutputText.cut(group + measure, bytes: 120)
        }
        return names.isEmpty ? "" : " (gravest: \(names.joined(separator: "; ")))"
    }
}
