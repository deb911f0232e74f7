import Vocabulary

/// What is done with events: rules and baselines find, findings are made to show ids only, and each is told once.
///
/// What it tells is decided by the events alone, in their order and by their own times, so that reading the same logs again tells the
/// same: a watch that went on after a crash says what it would have said without one.
struct Watchtower {
    private var engine: Engine
    private let maker: FindingMaker
    private let options: WatchOptions
    private var hours = AccountHours()
    private(set) var gate: FindingGate
    private(set) var baselines: Baselines
    private(set) var places: Places
    /// What correlations found at earlier moments was told by an earlier run.
    private let told: Timestamp?
    private var matches: [Match] = []
    /// What is to be told, until it is taken.
    private var passages: [Passage] = []
    /// Findings made, told or not.
    private(set) var findings = 0

    /// Begins, or goes on: with what an earlier run remembers, and the engine's newest time at the place from which is read again.
    init(_ rules: RuleSet, options: WatchOptions, memory: WatchMemory?, now: Timestamp) throws(RuleError) {
        engine = try Engine(rules, options: options.engine)
        (maker, self.options) = (FindingMaker(rules), options)
        gate = memory?.gate ?? FindingGate(options: options.gate, at: Timestamp(milliseconds: 0))
        baselines = memory?.baselines ?? Baselines(options: options.baselines, at: now)
        places = memory?.places ?? Places(options: options.baselines)
        told = memory?.told
        if let latest = memory?.readFrom { engine.advance(to: latest) { _ in } }
    }

    /// The newest time, less the lateness: correlations are told up to here. Nil before the first event.
    var watermark: Timestamp? { engine.watermark }
    var figures: EngineFigures { engine.figures }
    var correlationFigures: [(item: Int, figures: CorrelationFigures)] { engine.correlationFigures }

    /// What is to be told since this was asked last.
    mutating func takePassages() -> [Passage] {
        guard !passages.isEmpty else { return [] }
        defer { passages.removeAll() }
        return passages
    }

    /// Takes an event; one that an earlier run has done with only fills the windows again.
    mutating func take(_ event: Event, isKnown: Bool) {
        matches.removeAll(keepingCapacity: true)
        var found = matches
        engine.process(event) { found.append($0) }
        for match in found where !isTold(match, isKnown) { find(match, event) }
        matches = found
        if options.hasBaselines { compare(event, isKnown: isKnown) }
    }

    /// No event before this moment will come.
    mutating func advance(to time: Timestamp) {
        var found: [Match] = []
        engine.advance(to: time) { found.append($0) }
        for match in found where !isTold(match, false) { find(match, Event()) }
    }

    /// Nothing more will come.
    mutating func finish() {
        var found: [Match] = []
        engine.finish { found.append($0) }
        for match in found where !isTold(match, false) { find(match, Event()) }
        for passage in gate.due(at: gate.latest, all: true) { passages.append(passage) }
    }

    /// A rule's own matches were told when their event was done; those of correlations up to a moment.
    private func isTold(_ match: Match, _ isKnown: Bool) -> Bool {
        guard case .correlation = engine.rules.items[match.item] else { return isKnown }
        guard let told, let time = match.time else { return false }
        return time < told
    }

    private mutating func find(_ match: Match, _ event: Event) {
        var finding = maker.finding(match, event)
        if let past = past(of: finding) { finding.why += "; " + past }
        pass(finding)
    }

    /// "highest in 60 days: 1", where a rule counted for one account what baselines measure.
    private func past(of finding: Finding) -> String? {
        guard options.hasBaselines, let unit = finding.unit, AccountHours.measures.contains(unit),
            let account = finding.group.first(where: { $0.field == Taxonomy.account })?.value
        else { return nil }
        return baselines.past(of: account, unit, at: finding.last)
    }

    private mutating func pass(_ finding: Finding) {
        findings += 1
        for passage in gate.due(at: finding.last) { passages.append(passage) }
        let passage = gate.admit(options.redaction.apply(finding), at: finding.last)
        if passage.finding != nil { passages.append(passage) }
    }

    /// Longer names are no ids: they would make a state that cannot be read.
    private mutating func compare(_ event: Event, isKnown: Bool) {
        guard let time = event.time, let account = event.first(Taxonomy.account),
            account.utf8.count <= SourceLimits.value, event.first(Taxonomy.outcome) != "failure"
        else { return }
        let grown = hours.count(event, of: account, at: time)
        guard !isKnown else { return }
        let newest = min(time, engine.watermark?.adding(milliseconds: options.engine.lateness) ?? time)
        let peer = event.first("role").flatMap { $0.utf8.count <= SourceLimits.value ? $0 : nil } ?? ""
        place(event, account, peer, time, newest: newest)
        guard !grown.isEmpty else { return }
        baselines.advance(to: newest)
        for growth in grown {
            let judgement = baselines.judge(
                account, peer: peer, growth.measure, growth.value, at: time, during: growth.span)
            let isJudged =
                !options.manyPractices.contains(account) || baselines.past(of: account, growth.measure, at: time) != nil
            if judgement.isUnusual, isJudged { pass(unusual(growth, judgement, account, time, event.source)) }
        }
    }

    /// Tells of a network or a country that is new to the account.
    private mutating func place(
        _ event: Event, _ account: String, _ peer: String, _ time: Timestamp, newest: Timestamp
    ) {
        places.advance(to: newest)
        let found = EventPlaces(event)
        let news = places.see(account, peer: peer, found.network, found.country, at: time)
        if let news { pass(maker.finding(news, account, event, time)) }
    }

    private func unusual(
        _ growth: AccountHours.Growth, _ judgement: BaselineJudgement, _ account: String, _ time: Timestamp,
        _ source: LogSource
    ) -> Finding {
        let (rule, group) = ("baseline.\(growth.measure)", [Finding.Pair(Taxonomy.account, account)])
        return Finding(
            id: FindingMaker.id(rule, group, time), rule: rule,
            title: "More \(growth.measure) in an hour than is usual for the account",
            level: growth.measure == Taxonomy.practices ? .high : .medium,
            first: time.adding(milliseconds: -growth.span),
            last: time, group: group, measure: growth.value, source: source, why: judgement.sentence,
            unit: growth.measure)
    }
}
