/// A rule's condition over numbered atoms, `all` and `neq` worked in.
indirect enum Formula {
    case atom(Int)
    case not(Formula)
    case and([Formula])
    case or([Formula])
    case atLeast(Int, [Formula])

    /// The formula of a rule.
    init(_ rule: Rule, _ atoms: inout Atoms) {
        let searches = rule.searches.map { Formula($0.body, &atoms) }
        self = Formula(rule.condition, searches)
    }

    private init(_ condition: Condition, _ searches: [Formula]) {
        switch condition {
        case .search(let number): self = searches.indices.contains(number) ? searches[number] : .or([])
        case .not(let inner): self = .not(Formula(inner, searches))
        case .and(let all): self = .and(all.map { Formula($0, searches) })
        case .or(let any): self = .or(any.map { Formula($0, searches) })
        case .atLeast(let count, let all): self = .atLeast(count, all.map { Formula($0, searches) })
        }
    }

    private init(_ body: Search.Body, _ atoms: inout Atoms) {
        switch body {
        case .all(let all): self = .and(all.map { Formula($0, &atoms) })
        case .any(let any): self = .or(any.map { Formula($0, &atoms) })
        case .field(let test):
            let inner: Formula =
                test.needsAll && test.tests.count > 1
                ? .and(test.tests.map { .atom(atoms.atom(test.field, [$0])) })
                : .atom(atoms.atom(test.field, test.tests))
            self = test.isNegated ? .not(inner) : inner
        }
    }
}

extension Formula {
    /// Atoms of which one at least must hold for the formula to hold, the rarest that can be found; nil where nothing
    /// must.
    ///
    /// `cost` says how often an atom is likely to hold, or nil if the index does not find it by itself.
    func cover(_ cost: (Int) -> Double?) -> (atoms: [Int], cost: Double)? {
        switch self {
        case .atom(let atom): return cost(atom).map { ([atom], $0) }
        case .not: return nil
        case .and(let all): return all.compactMap { $0.cover(cost) }.min { $0.cost < $1.cost }
        case .or(let any): return Formula.union(any, any.count, cost)
        case .atLeast(let count, let all): return Formula.union(all, all.count - count + 1, cost)
        }
    }

    /// Any `needed` of the formulas: when fewer of the others hold than are wanted, one of these must.
    private static func union(
        _ formulas: [Formula], _ needed: Int, _ cost: (Int) -> Double?
    ) -> (atoms: [Int], cost: Double)? {
        guard needed > 0 else { return nil }
        let covers = formulas.compactMap { $0.cover(cost) }.sorted { $0.cost < $1.cost }
        guard covers.count >= needed else { return nil }
        let taken = covers.prefix(needed)
        return (Array(Set(taken.flatMap(\.atoms))), taken.reduce(0) { $0 + $1.cost })
    }
}

extension Formula {
    /// The same with what is quick to ask before what is not.
    func cheapFirst(_ isLate: (Int) -> Bool) -> Formula {
        func ordered(_ all: [Formula]) -> [Formula] {
            let all = all.map { $0.cheapFirst(isLate) }
            return all.filter { !$0.asks(isLate) } + all.filter { $0.asks(isLate) }
        }
        return switch self {
        case .atom: self
        case .not(let inner): .not(inner.cheapFirst(isLate))
        case .and(let all): .and(ordered(all))
        case .or(let any): .or(ordered(any))
        case .atLeast(let count, let all): .atLeast(count, ordered(all))
        }
    }

    /// Whether one of its atoms is such.
    private func asks(_ isLate: (Int) -> Bool) -> Bool {
        switch self {
        case .atom(let atom): isLate(atom)
        case .not(let inner): inner.asks(isLate)
        case .and(let all), .or(let all), .atLeast(_, let all): all.contains { $0.asks(isLate) }
        }
    }
}
