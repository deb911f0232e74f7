import Vocabulary

/// Decides which freezes rules may make by themselves, so that injected events cannot stop a practice or a country:
/// what is beyond is asked of people. A pure decision; ``Freezer`` acts on it.
///
/// A freeze that was decided is spent, whether or not the broker carried it out. Windows are exact and slide; the time
/// never runs back here.
public struct FreezeBudget: Sendable {
    /// A freeze made by a rule.
    struct Spent: Hashable, Sendable {
        let at: Timestamp
        let rule: String
    }

    let limits: FreezeLimits
    /// In the last 24 hours, the oldest first.
    var spent: [Spent] = []
    /// The practice of each membership that is frozen by a rule and not thawed.
    var frozen: [String: String] = [:]
    var now: Timestamp
    /// How often people were asked, by reason, since the start.
    public private(set) var asked: [FreezeDecision.Reason: Int] = [:]

    /// Starts with nothing spent; ``init(reading:limits:)`` starts with what an earlier run has spent.
    public init(limits: FreezeLimits = FreezeLimits(), at now: Timestamp) { (self.limits, self.now) = (limits, now) }

    /// Decides, and counts a freeze that it allows.
    public mutating func decide(_ request: FreezeRequest, at moment: Timestamp) -> FreezeDecision {
        now = max(now, moment)
        let dayAgo = now.adding(days: -1)
        spent.removeAll { $0.at <= dayAgo }
        if frozen[request.membership] != nil { return .already }
        if let reason = refusal(request) {
            asked[reason, default: 0] += 1
            return .ask(reason)
        }
        spent.append(Spent(at: now, rule: request.rule))
        frozen[request.membership] = request.practice
        return .freeze
    }

    /// People have thawed or ended a membership.
    public mutating func thawed(_ membership: String) { frozen[membership] = nil }

    private func refusal(_ request: FreezeRequest) -> FreezeDecision.Reason? {
        if request.level < limits.level { return .level }
        if frozen.count >= limits.maximumFrozen { return .full }
        let inPractice = frozen.values.count { $0 == request.practice }
        if inPractice >= share(of: request.members) { return .practice }
        let hourAgo = now.adding(seconds: -3_600)
        let inHour = spent.filter { $0.at > hourAgo }
        if inHour.count(where: { $0.rule == request.rule }) >= limits.perRuleHour { return .rule }
        if inHour.count >= permits(limits.perHour, request.level) { return .hour }
        return spent.count >= permits(limits.perDay, request.level) ? .day : nil
    }

    /// How many of a practice's members rules may hold frozen: one in so many, at least so many, never the last.
    func share(of members: Int) -> Int {
        let share = max(members / max(1, limits.oneIn), limits.atLeast)
        return min(share, max(0, members - 1))
    }

    private func permits(_ count: Int, _ level: RuleLevel) -> Int {
        level == .critical ? count : count - count * min(max(0, limits.keptForCritical), 100) / 100
    }
}
