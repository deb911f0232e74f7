import BrokerAPI
import Vocabulary

/// All that decisions rest on: a fold of the ledger and of nothing else.
///
/// Applying the entries of a ledger in order to an empty state gives the state of the broker that wrote them; a snapshot is
/// only a shortcut to a place in the ledger.
struct BrokerState: Sendable, Codable, Equatable {
    /// Entries folded.
    var size: Int64 = 0
    /// Time of the last entry.
    var time = Timestamp(milliseconds: 0)
    var isSimulated = false
    var isLive = false
    var isFrozen = false
    /// Whether a witness ever vouched: a live installation that had one opens the care floor only until one vouches again.
    var isWitnessed = false
    var limits = Limits.standard
    var practices: [PracticeID: PracticeState] = [:]
    var partners: [PartnerID: TierWindows] = [:]
    var sessions: [SessionID: SessionState] = [:]
    /// In which practice each membership and client is.
    var directory: [Holder: PracticeID] = [:]
    /// Who has memberships, and by which factors they may sign in.
    var people: [PersonID: PersonState] = [:]
    /// Dormant and unexpected openings of the installation.
    var unusual = OpeningWindow()
    /// Until when the tripwire stays closed.
    var tripwireUntil = Timestamp(milliseconds: 0)
    /// Assertions used in the last minutes, so that a restart forgets none.
    var assertions: [UsedAssertion] = []
    /// Fingerprints of keys that exports may be sealed to.
    var recipients: Set<String> = []
    /// Acts of two people that wait for the second, by their ids.
    var acts: [String: ActState] = [:]
    /// Professionals of all practices, which the tripwire follows.
    var professionals = 0

    init() {}

    /// Where a practice's chain ends; zeros before its first entry.
    func chain(of practice: PracticeID?) -> (n: Int64, head: [UInt8]) {
        practice.flatMap { practices[$0] }.map { ($0.n, $0.head) } ?? (0, [UInt8](repeating: 0, count: 32))
    }

    /// The person of a membership.
    func person(of holder: Holder) -> PersonID? {
        directory[holder].flatMap { practices[$0]?[holder]?.person }
    }

    /// Whose a `jti` is. One with a colon is of a challenge or of a one-time code: it counts once for the person, in whichever practice; an
    /// assertion's, which has none, once for the holder that signed it.
    func subject(of holder: Holder, _ jti: String) -> String {
        jti.contains(":") ? person(of: holder)?.description ?? holder.idText : holder.idText
    }
}

/// A person as the ledger tells it.
struct PersonState: Sendable, Codable, Equatable {
    var members: Set<MemberID> = []
    /// Active factors, by their ids.
    var factors: Set<String> = []

    /// The key of an operator, base64url of its point; nil for everybody else.
    var operatorKey: String? {
        factors.first { FactorID($0)?.kind == .operation }.map { String($0.drop { $0 != ":" }.dropFirst()) }
    }
}

/// An assertion that began a session or declared an emergency.
struct UsedAssertion: Sendable, Codable, Equatable {
    /// Whose, as its id's text.
    var subject: String
    /// Its own id.
    var jti: String
    /// When it was used.
    var at: Timestamp
}
