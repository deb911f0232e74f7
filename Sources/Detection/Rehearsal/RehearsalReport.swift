import Vocabulary

/// What a rehearsal found. Accounts and practices are named as the log names them; patients are only counted.
public struct RehearsalReport: Sendable, Hashable {
    /// Whence a role is known.
    public enum RoleOrigin: String, Sendable {
        /// From the table given.
        case table
        /// From the log.
        case log
        /// From behaviour.
        case guessed
    }

    /// One account.
    public struct Account: Sendable, Hashable {
        /// Its name in the log.
        public var name: String
        /// What it does in a practice.
        public var role: Role
        /// Whence that is known.
        public var roleOrigin: RoleOrigin
        /// Practices it touched.
        public var practices: Int
        /// Distinct patients in its highest hour, day and 30 days.
        public var highest: Limit
        /// Patients of the practices that it touched.
        public var reachable: Int
        /// What it could take in an hour, a day and 30 days at the fastest pace that the application let anybody have.
        public var couldTake: Limit
        /// What the limits of its role would leave of that.
        public var allowed: Limit
        /// Openings that the limits would have been asked about.
        public var openings: Int
        /// Those that they would have refused.
        public var refused: Int
        /// Whether its numbers are lower bounds, for want of room.
        public var isLowerBound: Bool
        /// Why it should be looked at; empty for an account that behaves as its peers.
        public var suspicions: [Suspicion]
    }

    /// Refusals of accounts without suspicion, of one role in one practice.
    public struct Refusals: Sendable, Hashable {
        /// Of which role.
        public var role: Role
        /// The practice's name in the log.
        public var practice: String
        /// Accounts that were refused any.
        public var accounts: Int
        /// Openings refused by the limit of the hour, the day and the 30 days (the first that is full).
        public var windows: Limit

        /// All of them.
        public var total: Int { windows.hour + windows.day + windows.month }
    }

    /// The first access; nil for an empty log.
    public var first: Timestamp?
    /// The last access.
    public var last: Timestamp?
    /// Accesses that count: one for each patient that an event names.
    public var accesses: Int
    /// Events that name no account, no time, or neither patient nor practice, or that failed.
    public var ignored: Int
    /// Accesses that came too late to be put in order.
    public var late: Int
    /// Events of accounts that there was no room for.
    public var unplaced: Int
    /// Practices that the log names.
    public var practices: Int
    /// Distinct patients of all practices.
    public var patients: Int
    /// Whether patients were too many to be remembered: then reachable and unseen ones are lower bounds.
    public var isFull: Bool
    /// The most patients that any account opened in an hour.
    public var fastest: Int
    /// What a role may open.
    public var limits: RehearsalLimits
    /// Most to be taken first.
    public var accounts: [Account]
    /// Most first.
    public var refusals: [Refusals]
    /// What is to be known about the numbers.
    public var notes: [String]

    /// The accounts to look at, most to be taken first.
    public var suspicious: [Account] { accounts.filter { !$0.suspicions.isEmpty } }

    /// Openings of accounts without suspicion.
    public var honestOpenings: Int { accounts.reduce(0) { $0 + ($1.suspicions.isEmpty ? $1.openings : 0) } }

    /// Those of them that would have been refused.
    public var honestRefusals: Int { refusals.reduce(0) { $0 + $1.total } }
}
