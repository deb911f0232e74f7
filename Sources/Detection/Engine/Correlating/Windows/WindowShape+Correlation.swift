extension WindowShape {
    /// The shape that a correlation asks for; throws what cannot be answered.
    init(_ correlation: Correlation, exactDistinct: Int) throws(RuleError) {
        span = correlation.timespan
        slots = correlation.rules.count
        quantile = correlation.kind == .valueMedian ? 0.5 : correlation.percentile / 100
        isAverage = correlation.kind == .valueAverage
        isOrdered = correlation.kind == .temporalOrdered
        needed = correlation.leastRules
        clauses =
            try correlation.condition.map { (condition) throws(RuleError) in
                try WindowShape.clauses(condition, correlation.place)
            } ?? []
        self.exactDistinct = exactDistinct
        if isOrdered, correlation.condition == nil {
            guard correlation.bounds.allSatisfy({ $0.comparison == .gt || $0.comparison == .gte }) else {
                throw RuleError(correlation.place, "an order cannot be counted from above", instead: "write gte")
            }
        }
    }

    /// An expression as clauses; `not` may stand before single rules only after the usual rewriting, and some rule must
    /// be there.
    private static func clauses(_ condition: Condition, _ place: RulePlace) throws(RuleError) -> [Clause] {
        guard let clauses = Clause.list(condition, isTrue: true), clauses.count <= 256 else {
            throw RuleError(place, "the expression has too many cases", instead: "split it into several correlations")
        }
        let possible = clauses.filter { $0.present.isDisjoint(with: $0.absent) }
        guard possible.allSatisfy({ !$0.present.isEmpty }), !possible.isEmpty else {
            throw RuleError(
                place, "nothing tells when to look for what is absent", instead: "name a rule that must match too")
        }
        return possible
    }
}

extension WindowShape.Clause {
    /// The disjunctive normal form; nil beyond 4,096 clauses.
    fileprivate static func list(_ condition: Condition, isTrue: Bool) -> [WindowShape.Clause]? {
        switch condition {
        case .search(let slot):
            return [isTrue ? WindowShape.Clause(present: [slot]) : WindowShape.Clause(absent: [slot])]
        case .not(let inner): return list(inner, isTrue: !isTrue)
        case .and(let all): return isTrue ? product(all, true) : sum(all, false)
        case .or(let any): return isTrue ? sum(any, true) : product(any, false)
        case .atLeast(let count, let all):
            // At least n of m, as all choices of n; its negation as all choices of m - n + 1 that are absent.
            let size = isTrue ? count : all.count - count + 1
            guard size > 0, size <= all.count, all.count <= 12 else { return nil }
            return sum(choices(all, size), isTrue, ofProducts: true)
        }
    }

    private static func choices(_ all: [Condition], _ size: Int) -> [Condition] {
        guard size > 0 else { return [.and([])] }
        guard all.count >= size, let first = all.first else { return [] }
        let rest = Array(all.dropFirst())
        let with = choices(rest, size - 1).map { inner -> Condition in
            if case .and(let others) = inner { .and([first] + others) } else { first }
        }
        return with + choices(rest, size)
    }

    private static func sum(_ parts: [Condition], _ isTrue: Bool, ofProducts: Bool = false) -> [WindowShape.Clause]? {
        var all: [WindowShape.Clause] = []
        for part in parts {
            let list: [WindowShape.Clause]?
            if ofProducts, case .and(let inner) = part {
                list = product(inner, isTrue)
            } else {
                list = self.list(part, isTrue: isTrue)
            }
            guard let list, all.count + list.count <= 4_096 else { return nil }
            all += list
        }
        return all
    }

    private static func product(_ parts: [Condition], _ isTrue: Bool) -> [WindowShape.Clause]? {
        var all = [WindowShape.Clause()]
        for part in parts {
            guard let list = list(part, isTrue: isTrue), all.count * list.count <= 4_096 else { return nil }
            all = all.flatMap { one in
                list.map {
                    WindowShape.Clause(present: one.present.union($0.present), absent: one.absent.union($0.absent))
                }
            }
        }
        return all
    }
}

extension Correlation {
    /// How many different rules a temporal correlation needs: what its condition says, or all.
    var leastRules: Int {
        guard kind == .temporal || kind == .temporalOrdered else { return 0 }
        let least = bounds.compactMap { bound -> Int? in
            guard bound.value.isFinite, abs(bound.value) < 1e6 else { return nil }
            return switch bound.comparison {
            case .gte, .eq: Int(bound.value.rounded(.up))
            case .gt: Int(bound.value.rounded(.down)) + 1
            default: nil
            }
        }
        return min(max(1, least.max() ?? rules.count), 1_000)
    }
}
