import Identity
import Vocabulary

/// Who showed a factor rightly, before it is counted as used.
struct Shown: Sendable {
    /// Who it is.
    enum Who: Sendable {
        /// The holder of a key file.
        case holder(Holder)
        /// A person, of whose memberships one is chosen.
        case person(PersonID)
    }

    let who: Who
    /// The class of a session that begins with it, when that is bound to a key.
    let sessionClass: SessionClass
    /// What makes it count once: an assertion's id, a challenge's nonce, the period of a one-time code.
    let jti: String
    /// Until when that is remembered.
    let expires: Timestamp
    /// The client's key that was shown with it.
    let key: PublicKey?
    /// The factor; none of a key file. It must still be active when it is counted as used.
    var factor: FactorID?
    /// Whether that uses it up.
    var isSpent = false
}
