import Identity
import Ledger
import Vocabulary

/// What the broker's lock guards.
final class Live {
    var state: BrokerState
    var refusals = RefusalBook()
    var replay: ReplayWindow
    var signIns = SignInRate()
    var recent = RecentReleases()
    var proofs = ProofBook()
    var failures = FailedSignIns()
    /// Subjects of patients whose opening is an alarm.
    var canaries: Set<SubjectID>
    /// Tags of factors that are being enrolled, and acts that are being approved.
    var claims: Set<[UInt8]> = []
    /// The receipt of the newest entries: once they are durable, so is all that the state rests on.
    var receipt: Receipt?
    /// Whether a witness stands behind ledger and time: until then the care floor only opens. True where there is no witness.
    var isConfirmed: Bool
    /// The checkpoint over the witness's time that was entered at this start, and over the nonce in it that nobody had seen before.
    var timed: SignedCheckpoint?
    /// Whether a witness did since the start.
    var wasConfirmed = false
    /// The ledger took an entry that the state could not follow: nothing goes on.
    var isBroken = false

    private var lastUses: [SessionID: Timestamp] = [:]
    private var accessHeads: [PracticeID: Timestamp] = [:]
    private var searches: [Holder: (since: Timestamp, terms: Int)] = [:]
    private var deposits: [Holder: (since: Timestamp, entries: Int)] = [:]
    private var histories: [Holder: (since: Timestamp, calls: Int)] = [:]

    init(state: BrokerState, replay: ReplayWindow, isWitnessed: Bool, canaries: Set<SubjectID> = []) {
        self.state = state
        self.canaries = canaries
        isConfirmed = !isWitnessed && !(state.isWitnessed && state.isLive)
        self.replay = replay
        // Whoever rested at a restart rests from then on.
        lastUses = state.sessions.mapValues { _ in state.time }
    }

    /// Whether a practice's access head may be entered again: once in ten minutes, whatever a gateway asks.
    func mayEnterAccess(_ practice: PracticeID, at now: Timestamp) -> Bool {
        if let last = accessHeads[practice], now < last.adding(seconds: 600) { return false }
        accessHeads[practice] = now
        return true
    }

    /// Whether a session was used within so many seconds, or is not known to have rested. It is memory of the running broker.
    func rests(_ session: SessionID, lessThan seconds: Int64?, at now: Timestamp) -> Bool {
        guard let seconds, let last = lastUses[session] else { return true }
        return now < last.adding(seconds: seconds)
    }

    /// Notes that a session is used.
    func use(_ session: SessionID, at now: Timestamp) {
        if lastUses.count > 2 * state.sessions.count + 1_024 {
            lastUses = lastUses.filter { state.sessions[$0.key] != nil }
        }
        lastUses[session] = now
    }

    /// Counts the terms that a holder searches for: two thousand an hour, so that a gateway cannot try names until one fits.
    func maySearch(_ holder: Holder, terms: Int, at now: Timestamp) -> Bool {
        var book = searches[holder] ?? (now, 0)
        if now >= book.since.adding(seconds: 3_600) { book = (now, 0) }
        book.terms += terms
        searches[holder] = book
        return book.terms <= Live.maximumTerms
    }

    /// Counts the entries that a holder's deposits make: five thousand an hour once the installation is live and without a right to import, so that a stolen key
    /// fills neither the ledger nor the memory with patients. Before, imports come and are not counted.
    func mayDeposit(_ holder: Holder, entries: Int, at now: Timestamp) -> Bool {
        let grant = state.directory[holder].flatMap { state.practices[$0]?[holder]?.grant(at: now) }
        guard state.isLive, grant == nil else { return true }
        var book = deposits[holder] ?? (now, 0)
        if now >= book.since.adding(seconds: 3_600) { book = (now, 0) }
        guard book.entries + entries <= Live.maximumEntries else { return false }
        book.entries += entries
        deposits[holder] = book
        return true
    }

    /// Counts how often a holder reads what the ledger says of patients: a thousand times an hour, each time so many entries.
    /// Beyond that, how many milliseconds there are until the next hour; otherwise nil.
    func waitForHistory(_ holder: Holder, at now: Timestamp) -> Int64? {
        var book = histories[holder] ?? (now, 0)
        if now >= book.since.adding(seconds: 3_600) { book = (now, 0) }
        guard book.calls < Live.maximumHistories else {
            return book.since.adding(seconds: 3_600).milliseconds - now.milliseconds
        }
        book.calls += 1
        histories[holder] = book
        return nil
    }

    private static let maximumHistories = 1_000
    private static let maximumEntries = 5_000
    private static let maximumTerms = 2_000
}
