/// What a ``FreezeBudget`` says.
public enum FreezeDecision: Hashable, Sendable {
    /// Freeze; it is counted already.
    case freeze
    /// It was frozen by a rule before and nobody has thawed it.
    case already
    /// Not by a rule: people are to be asked.
    case ask(Reason)

    /// Why people are asked.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// The finding's level is below the one that may freeze.
        case level
        /// The practice would lose more than its share, or its last member.
        case practice
        /// The rule has used its permits of the hour.
        case rule
        /// The installation has used its permits of the hour.
        case hour
        /// The installation has used its permits of the day.
        case day
        /// More are frozen than are remembered; people must thaw or end some first.
        case full
    }
}
