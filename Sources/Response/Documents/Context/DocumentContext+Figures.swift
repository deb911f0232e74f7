import Vocabulary

extension DocumentContext {
    /// The figures: released and read apart, unknown in words.
    init(figuresOf facts: CaseFacts, _ wording: Wording) {
        let scope = facts.scope
        let tiers = Tier.allCases.map { DocumentContext(scope[$0], wording) }
        self.init([
            ("people", .group(DocumentContext(scope.people, wording))),
            ("minors", .group(DocumentContext(scope.minors, wording))),
            ("records", facts.records.map { .group(DocumentContext($0, wording)) } ?? .none),
            ("tiers", .list(tiers)),
            ("touchedTiers", .list(tiers.filter { $0.values["isTouched"] == .flag(true) })),
            ("openTiers", .list(tiers.filter { $0.values["isOpen"] == .flag(true) })),
            ("ownResources", .text(wording.number(scope.ownResources))),
            ("erased", scope.erased > 0 ? .text(wording.number(scope.erased)) : .none),
        ])
    }

    /// A number of people or records: `number` and why it is not exact.
    private init(_ bounds: Bounds, _ wording: Wording) {
        self.init([
            ("number", .text(wording.bounds(bounds))),
            ("reasons", DocumentValue(lines: bounds.isExact ? [] : bounds.reasons.map(wording.reason))),
        ])
    }

    private init(_ tier: TierScope, _ wording: Wording) {
        let time = { (time: Timestamp?) in DocumentValue.text(time.map(wording.shortTime) ?? "–") }
        // Within a number that is unknown, a share of what the ledger shows would read as the whole.
        let share = { (count: Int64) in
            DocumentValue.text(
                tier.people.isExact
                    ? wording.number(count) : wording.bounds(Bounds(lower: count, upper: nil, reasons: [])))
        }
        self.init([
            ("word", .text(wording.tier(tier.tier))), ("content", .text(wording.content(of: tier.tier))),
            ("isTouched", .flag(tier.people.lower > 0)),
            ("isOpen", .flag(tier.people.lower == 0 && tier.people.upper != 0)),
            ("people", .group(DocumentContext(tier.people, wording))),
            ("read", .group(DocumentContext(tier.read, wording))),
            ("dormant", share(tier.dormant)), ("afterContainment", share(tier.afterContainment)),
            ("releases", share(tier.releases)), ("first", time(tier.first)), ("last", time(tier.last)),
        ])
    }
}
