import Vocabulary

/// What a rehearsal is told beforehand.
public struct RehearsalSettings: Sendable {
    /// Roles of accounts; accounts without one have their role guessed.
    public var roles = RehearsalRoles()
    /// The limits that are tried.
    public var limits = RehearsalLimits.standard
    /// Patients of a practice, by its name in the log, where they are known. Otherwise those are counted that the log
    /// shows.
    public var practiceSizes: [String: Int] = [:]
    /// How long after a newer event an older one may still come, in milliseconds. Files of the same days are to be
    /// merged before.
    public var lateness: Int64 = 3_600_000
    /// Days after which the log has run in: from then on a patient whom nobody had opened counts as unseen.
    public var daysToRunIn: Int64 = 10
    /// Accesses that wait to be put in order.
    public var maximumWaiting = 1_000_000
    /// Accounts; those beyond are counted and left out.
    public var maximumAccounts = 1_000_000
    /// Patients held, over all accounts. Beyond, an account that goes on forgets its oldest, and its 30 days become a
    /// lower bound.
    public var maximumPatients = 20_000_000

    /// The usual.
    public init() {}
}
