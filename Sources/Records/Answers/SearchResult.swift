import Vocabulary

/// The patients that match a search: identity only.
public struct SearchResult: Sendable {
    /// Ten at most.
    public let records: [Record]
    /// Matches that the broker did not open.
    public let refused: [Refusal]
}

/// Patients that were left out of an answer for one reason.
public struct Refusal: Sendable, Hashable {
    /// Why.
    public let reason: RefusalReason
    /// Seconds after which it may go through; 0 for never by waiting.
    public let retryAfter: UInt32
    /// How many patients.
    public let patients: Int
}
