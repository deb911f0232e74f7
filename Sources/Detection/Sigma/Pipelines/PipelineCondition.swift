/// When a step of a pipeline applies: conditions joined as pySigma joins them.
struct PipelineCondition<Test: Sendable>: Sendable {
    /// How they are joined.
    enum Joining: Sendable {
        case all, any
        /// An expression over their names.
        case expression(Condition)
    }

    let tests: [Test]
    let joining: Joining
    let isNegated: Bool

    /// Whether it holds; without conditions it does.
    func holds(_ test: (Test) -> Bool) -> Bool {
        guard !tests.isEmpty else { return true }
        let outcome =
            switch joining {
            case .all: tests.allSatisfy(test)
            case .any: tests.contains(where: test)
            case .expression(let condition): condition.holds { test(tests[$0]) }
            }
        return outcome != isNegated
    }
}

extension Condition {
    /// Whether it holds, given what holds at each place.
    func holds(_ isTrue: (Int) -> Bool) -> Bool {
        switch self {
        case .search(let index): isTrue(index)
        case .not(let part): !part.holds(isTrue)
        case .and(let parts): parts.allSatisfy { $0.holds(isTrue) }
        case .or(let parts): parts.contains { $0.holds(isTrue) }
        case .atLeast(let count, let parts): parts.count { $0.holds(isTrue) } >= count
        }
    }
}
