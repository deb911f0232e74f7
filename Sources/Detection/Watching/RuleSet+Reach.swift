extension RuleSet {
    /// How far back what is found may depend on events, in milliseconds: the longest time of a correlation, and of those it counts.
    var reach: Int64 {
        var reaches: [Int64] = []
        for item in items {
            guard case .correlation(let correlation) = item else {
                reaches.append(0)
                continue
            }
            let inner = correlation.rules.map { reaches.indices.contains($0) ? reaches[$0] : 0 }.max() ?? 0
            // What must be absent is measured one time later.
            let own = correlation.timespan * (correlation.condition == nil ? 1 : 2)
            reaches.append(min(inner + own, 400 * 86_400_000))
        }
        return reaches.max() ?? 0
    }
}
