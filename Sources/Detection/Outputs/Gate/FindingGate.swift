import Vocabulary

/// Stands between the engine and the outputs: the same thing is told once, a flood does not drown what matters, and
/// nothing is lost without a word.
///
/// - A finding of the same rule and group within the re-notify time is an update of the first. Updates are told when
///   their number doubles, so that a million repetitions make twenty tellings. A higher level or a tenfold measure is
///   told at once.
/// - Rates hold for each rule and in all. Of the permits in all a share is kept for each higher level, so that findings
///   of lower levels never use up those of higher ones. A finding whose measure is ten times the greatest told of its
///   rule passes its rule's rate.
/// - What is beyond is counted and told in one summary, which names the gravest of each rule.
/// - Memory is bounded. When it is full, the oldest of the lowest level is forgotten: at worst it is told again.
///
/// No clock of its own: `now` never runs back here, whatever is handed in.
public struct FindingGate: Sendable, Codable {
    let options: GateOptions
    var told: [String: ToldFinding] = [:]
    var order = LevelQueues()
    var rules: [String: RuleGate] = [:]
    var inAll: TokenBucket
    private var held = HeldFindings()
    var now: Timestamp
    var ticket: UInt64 = 0
    /// Of findings that were forgotten with a count that nobody was told.
    var lastUpdates: [Passage] = []
    /// How many were held back since the start.
    public private(set) var heldInAll: UInt64 = 0

    /// Starts with full permits.
    public init(options: GateOptions = GateOptions(), at now: Timestamp) {
        (self.options, self.now) = (options, now)
        inAll = TokenBucket(options.inAll, at: now)
    }

    /// The newest moment it was told of.
    public var latest: Timestamp { now }

    /// How many groups are remembered.
    public var remembered: Int { told.count }

    /// Decides on a finding. Redact it before (``Redaction``): the summary shows its group.
    public mutating func admit(_ finding: Finding, at moment: Timestamp) -> Passage {
        now = max(now, moment)
        forgetExpired()
        let key = FindingDigest.hex([finding.rule] + finding.group.flatMap { [$0.field, $0.value] })
        guard var entry = told[key], entry.since.adding(milliseconds: options.renotify) > now else {
            return first(finding, key: key)
        }
        let level = entry.finding.level
        entry.fold(finding)
        defer { told[key] = entry }
        if isEscalated(entry, from: level) {
            if finding.level > level { enqueue(key, &entry) }
            note(finding)
            let (merged, number) = entry.tell()
            return .escalation(merged, number: number)
        }
        guard entry.count >= entry.toldCount * 2 else { return .folded(into: entry.finding.id) }
        let (merged, number) = entry.tell()
        return .update(merged, number: number)
    }

    /// What is to be told because of the time: last updates of what was forgotten, and the summary of what was held
    /// back. With `all`, as at the end of a run, also before their time.
    public mutating func due(at moment: Timestamp, all: Bool = false) -> [Passage] {
        now = max(now, moment)
        forgetExpired(all: all)
        defer { lastUpdates = [] }
        guard let since = held.since, all || now >= since.adding(milliseconds: options.summary) else {
            return lastUpdates
        }
        defer { held = HeldFindings() }
        return lastUpdates + (held.summary(at: now).map { [.new($0)] } ?? [])
    }

    private func isEscalated(_ entry: ToldFinding, from level: RuleLevel) -> Bool {
        if entry.finding.level > level { return true }
        guard let measure = entry.finding.measure, measure > 0 else { return false }
        return entry.measure.map { measure >= max($0, 1) * options.escalation } ?? true
    }

    private mutating func first(_ finding: Finding, key: String) -> Passage {
        guard isPermitted(finding) else {
            held.add(finding, at: now)
            heldInAll &+= 1
            return .held
        }
        if let earlier = told.removeValue(forKey: key) { tellLast(earlier) }
        note(finding)
        makeRoom(for: finding.level)
        guard told.count < options.maximumKeys else { return .new(finding) }
        var entry = ToldFinding(finding, since: now, ticket: 0)
        enqueue(key, &entry)
        told[key] = entry
        return .new(finding)
    }
}
