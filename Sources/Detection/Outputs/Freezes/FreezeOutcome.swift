/// What came of a rule's wish to freeze.
public enum FreezeOutcome: Hashable, Sendable {
    /// The broker has frozen the membership.
    case frozen
    /// It was frozen already.
    case already
    /// People are to decide.
    case asked(FreezeDecision.Reason)
    /// The broker did not do it; people are to decide. The permit stays spent.
    case failed
}
