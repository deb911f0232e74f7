/// How much rules may freeze without people.
public struct FreezeLimits: Hashable, Sendable {
    /// The lowest level that may freeze.
    public var level: RuleLevel = .high
    /// Memberships an hour, in the installation.
    public var perHour = 10
    /// Memberships in 24 hours, in the installation.
    public var perDay = 30
    /// Memberships an hour, by one rule.
    public var perRuleHour = 5
    /// Of the permits an hour and a day, in hundredths, those that only findings of level critical may use: injected
    /// events of lower levels do not use up what the real attack needs.
    public var keptForCritical = 30
    /// One in so many memberships of a practice may be frozen by rules at a time.
    public var oneIn = 5
    /// So many may be in a practice too small for that, as long as one member is left.
    public var atLeast = 1
    /// How many frozen memberships are remembered.
    public var maximumFrozen = 1_000

    /// The defaults: level high; 10 an hour, 30 a day, 5 an hour for one rule, 30 in 100 of them for critical; 1 in 5
    /// of a practice.
    public init() {}
}
