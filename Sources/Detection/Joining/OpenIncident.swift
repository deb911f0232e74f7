import Vocabulary

/// An incident that findings may still join. Every part of it is the same whatever the order in which findings came.
struct OpenIncident: Sendable, Codable {
    /// A rule and a kind of source.
    struct TallyKey: Hashable, Sendable, Codable {
        let rule: String
        let kind: SourceKind
    }

    /// A finding, in the order of which the first names the incident.
    struct Anchor: Comparable, Sendable, Codable {
        let first: Timestamp
        let id: String

        static func < (a: Anchor, b: Anchor) -> Bool { (a.first, a.id) < (b.first, b.id) }
    }

    private let options: IncidentOptions
    /// By id; the gravest so many.
    private(set) var findings: [String: Finding] = [:]
    private(set) var beyond = 0
    /// Of the findings beyond.
    private var tallies: [TallyKey: RuleTally] = [:]
    private var sources: SmallestNames
    private var accounts: SmallestNames
    private var hosts: SmallestNames
    private var practices: SmallestNames
    private var destinations: SmallestNames
    private(set) var first: Timestamp
    private(set) var last: Timestamp
    private(set) var level: RuleLevel
    /// The first finding.
    private(set) var anchor: Anchor
    /// The keys under which its intervals are.
    var keys: Set<LinkKey> = []

    init(_ finding: Finding, _ names: IncidentNames, options: IncidentOptions) {
        self.options = options
        (first, last, level) = (finding.first, finding.last, finding.level)
        anchor = Anchor(first: finding.first, id: finding.id)
        let none = SmallestNames(limit: options.maximumNames)
        (sources, accounts, hosts, practices, destinations) = (none, none, none, none, none)
        add(finding, names)
    }

    private mutating func add(_ finding: Finding, _ names: IncidentNames) {
        findings[finding.id] = finding
        sources.insert(names.source)
        for name in names.accounts { accounts.insert(name) }
        for name in names.hosts { hosts.insert(name) }
        for name in names.practices { practices.insert(name) }
        for name in names.destinations { destinations.insert(name) }
    }

    /// Takes in all of another.
    mutating func merge(_ other: OpenIncident) {
        for finding in other.findings.values { keep(finding) }
        trim()
        beyond += other.beyond
        for (key, tally) in other.tallies { tallies[key, default: RuleTally()].add(tally) }
        (first, last, level) = (min(first, other.first), max(last, other.last), max(level, other.level))
        if other.anchor < anchor { anchor = other.anchor }
        sources.merge(other.sources)
        accounts.merge(other.accounts)
        hosts.merge(other.hosts)
        practices.merge(other.practices)
        destinations.merge(other.destinations)
        keys.formUnion(other.keys)
    }

    /// Of two with one id, as a finding and its update, the one of more events is kept.
    private mutating func keep(_ finding: Finding) {
        guard let known = findings[finding.id] else { return findings[finding.id] = finding }
        let isLater =
            (known.events, known.last, known.measure ?? 0) < (finding.events, finding.last, finding.measure ?? 0)
        if isLater { findings[finding.id] = finding }
    }

    private mutating func trim() {
        guard findings.count > options.maximumFindings else { return }
        let sorted = findings.values.sorted { FindingOrder.isGraver($0, than: $1) }
        for finding in sorted[options.maximumFindings...] {
            findings[finding.id] = nil
            beyond += 1
            tallies[TallyKey(rule: finding.rule, kind: SourceKind(finding.source)), default: RuleTally()]
                .add(FindingAmount(finding))
        }
    }

    /// What it is now.
    func candidate(isClosedEarly: Bool = false) -> CandidateIncident {
        CandidateIncident(
            id: FindingDigest.hex(["incident", anchor.id]), level: level,
            findings: findings.values.sorted { FindingOrder.isGraver($0, than: $1) }, beyond: beyond,
            sources: sources.sorted, accounts: accounts.sorted, hosts: hosts.sorted, practices: practices.sorted,
            destinations: destinations.sorted, first: first, last: last, amounts: amounts,
            isClosedEarly: isClosedEarly)
    }

    private var amounts: Amounts {
        var all = tallies
        for finding in findings.values {
            all[TallyKey(rule: finding.rule, kind: SourceKind(finding.source)), default: RuleTally()]
                .add(FindingAmount(finding))
        }
        func greatest(_ kind: SourceKind, _ part: (RuleTally) -> UInt64?) -> UInt64? {
            all.filter { $0.key.kind == kind }.compactMap { part($0.value) }.max()
        }
        return Amounts(
            rows: greatest(.database, \.rows), flowBytes: greatest(.flow, \.bytes),
            webBytes: greatest(.other, \.bytes), options: options)
    }
}
