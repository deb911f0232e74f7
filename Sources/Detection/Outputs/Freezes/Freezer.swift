import Vocabulary

/// Carries out what a ``FreezeBudget`` decides.
public actor Freezer {
    private var budget: FreezeBudget
    private let broker: any Freezing
    private let clock: any WallClock
    /// Writes the budget's state down, before the broker is asked.
    private let save: @Sendable (FreezeBudget) throws -> Void

    /// Joins budget, broker and clock; `save` is given each new state of the budget, and no freeze is made when it
    /// throws.
    public init(
        budget: FreezeBudget, broker: any Freezing, clock: any WallClock,
        save: @escaping @Sendable (FreezeBudget) throws -> Void
    ) {
        (self.budget, self.broker, self.clock, self.save) = (budget, broker, clock, save)
    }

    /// Freezes the membership, or says why people are to decide. Deciding and counting are one step: two requests at
    /// once spend two.
    public func consider(_ request: FreezeRequest) async -> FreezeOutcome {
        switch budget.decide(request, at: clock.now()) {
        case .already: return .already
        case .ask(let reason): return .asked(reason)
        case .freeze:
            do {
                try save(budget)
                try await broker.freeze(
                    membership: request.membership, of: request.practice, because: request.finding)
                return .frozen
            } catch {
                budget.thawed(request.membership)
                return .failed
            }
        }
    }

    /// People have thawed or ended a membership.
    public func thawed(_ membership: String) throws {
        budget.thawed(membership)
        try save(budget)
    }

    /// How often people were asked, by reason.
    public var asked: [FreezeDecision.Reason: Int] { budget.asked }
}
