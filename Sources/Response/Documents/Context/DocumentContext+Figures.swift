import Vocabulary

extension DocumentContext {
    /// The figures: released and read apart, unknown in words.
    init(figuresOf facts: CaseFacts, _ wording: Wording) {
        let scope = facts.scope
        let isContained = facts.incident.contained != nil
        let tiers = Tier.allCases.map { DocumentContext(scope[$0], isContained: isContained, wording) }
        self.init([
            ("people", .group(DocumentContext(scope.people, wording))),
            ("minors", .group(DocumentContext(scope.minors, wording))),
            ("records", facts.records.map { .group(DocumentContext($0, wording)) } ?? .none),
            ("tiers", .list(tiers)),
            ("touchedTiers", .list(tiers.filter { $0.values["isTouched"] == .flag(true) })),
            ("openTiers", .list(tiers.filter { $0.values["isOpen"] == .flag(true) })),
            ("ownResources", .text(wording.share(scope.ownResources, of: scope.people))),
            ("erased", scope.erased > 0 ? .text(wording.share(scope.erased, of: scope.people)) : .none),
        ])
    }

    /// A number of people or records: `number` and why it is not exact.
    private init(_ bounds: Bounds, _ wording: Wording) {
        self.init([
            ("number", .text(wording.bounds(bounds))),
            ("reasons", DocumentValue(lines: bounds.isExact ? [] : bounds.reasons.map(wording.reason))),
        ])
    }

    private init(_ tier: TierScope, isContained: Bool, _ wording: Wording) {
        let time = { (time: Timestamp?) in DocumentValue.text(time.map(wording.shortTime) ?? "–") }
        let share = { (count: Int64) in DocumentValue.text(wording.share(count, of: tier.people)) }
        self.init([
            ("word", .text(wording.tier(tier.tier))), ("content", .text(wording.content(of: tier.tier))),
            ("isTouched", .flag(tier.people.lower > 0)),
            ("isOpen", .flag(tier.people.lower == 0 && tier.people.upper != 0)),
            ("people", .group(DocumentContext(tier.people, wording))),
            ("read", .group(DocumentContext(tier.read, wording))),
            ("dormant", share(tier.dormant)),
            ("afterContainment", isContained ? share(tier.afterContainment) : .text("–")),
            ("releases", share(tier.releases)), ("first", time(tier.first)), ("last", time(tier.last)),
        ])
    }
}
