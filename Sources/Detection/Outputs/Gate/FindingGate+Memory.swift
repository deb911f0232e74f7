import Vocabulary

extension FindingGate {
    /// The share of the permits in all, in thousandths, that a level leaves to those above it.
    static func keeping(_ level: RuleLevel) -> Int64 {
        switch level {
        case .informational: 700
        case .low: 550
        case .medium: 400
        case .high: 200
        case .critical: 0
        }
    }

    /// Whether both rates permit a new finding. A permit of its rule is not taken when the other rate refuses.
    mutating func isPermitted(_ finding: Finding) -> Bool {
        let name = ruleName(finding.rule)
        var rule = rules[name] ?? RuleGate(bucket: TokenBucket(options.perRule, at: now), since: now)
        if rule.since.adding(milliseconds: options.renotify) <= now { (rule.greatest, rule.since) = (0, now) }
        let before = rule
        let isRecord = rule.greatest > 0 && (finding.measure ?? 0) >= rule.greatest * options.escalation
        guard rule.bucket.take(at: now, keeping: 0) || isRecord,
            inAll.take(at: now, keeping: Self.keeping(finding.level))
        else {
            rules[name] = before
            return false
        }
        rules[name] = rule
        return true
    }

    /// Remembers the greatest measure told of a rule.
    mutating func note(_ finding: Finding) {
        guard let measure = finding.measure, measure.isFinite else { return }
        let name = ruleName(finding.rule)
        guard let greatest = rules[name]?.greatest, measure > greatest else { return }
        rules[name]?.greatest = measure
    }

    private func ruleName(_ name: String) -> String {
        rules[name] != nil || rules.count < options.maximumRules ? name : "\u{0}others"
    }

    /// Puts a key at the end of its level's order; its earlier place there no longer counts.
    mutating func enqueue(_ key: String, _ entry: inout ToldFinding) {
        ticket &+= 1
        entry.ticket = ticket
        order.append(LevelQueues.Entry(key: key, ticket: ticket, since: entry.since), level: entry.finding.level)
    }

    /// Forgets what is older than the re-notify time, or all.
    mutating func forgetExpired(all: Bool = false) {
        for level in RuleLevel.allCases {
            while let entry = order.first(level), all || entry.since.adding(milliseconds: options.renotify) <= now {
                forget(entry, level)
            }
        }
    }

    /// Forgets the oldest of the lowest level, none above the given one, until there is room for one more.
    mutating func makeRoom(for level: RuleLevel) {
        for lowest in RuleLevel.allCases where lowest <= level {
            while told.count >= options.maximumKeys, let entry = order.first(lowest) { forget(entry, lowest) }
        }
    }

    private mutating func forget(_ entry: LevelQueues.Entry, _ level: RuleLevel) {
        order.removeFirst(level)
        guard let finding = told[entry.key], finding.ticket == entry.ticket else { return }
        told[entry.key] = nil
        tellLast(finding)
    }

    /// Keeps the last update of a finding whose count has grown since it was told.
    mutating func tellLast(_ entry: ToldFinding) {
        var entry = entry
        guard entry.count > entry.toldCount, lastUpdates.count < options.maximumKeys else { return }
        let (finding, number) = entry.tell()
        lastUpdates.append(.update(finding, number: number))
    }
}
