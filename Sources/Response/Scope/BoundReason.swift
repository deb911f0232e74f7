/// Why a number of a scope is not exact. The raw value is what results and certificates say.
public enum BoundReason: String, Hashable, Sendable, Comparable, CaseIterable {
    /// The ledger verifies only up to some entry; what came later is not counted.
    case unverifiedRest = "ledger-unverified-rest"
    /// The ledger does not hold this (names, minors, the same person in another practice): the practice's side adds it.
    case notInLedger = "not-in-ledger"
    /// Logs of other systems say so; nothing proves that they are complete.
    case foreignEvidence = "foreign-evidence"
    /// No access log was given, so what was read of what was released is not known.
    case noAccessLog = "no-access-log"
    /// An export is opened offline, where no access log stands.
    case openedOffline = "opened-offline"
    /// The access log ends before the interval does, or has a gap.
    case partialAccessLog = "partial-access-log"
    /// An export left out patients whose key was missing; which ones is not said.
    case exportGaps = "export-without-some-keys"
    /// Two pieces of evidence contradict each other; both are shown.
    case contradiction = "contradiction"

    /// Orders by the words.
    public static func < (a: BoundReason, b: BoundReason) -> Bool { a.rawValue < b.rawValue }
}
