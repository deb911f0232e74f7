import Vocabulary

/// Why a request was not carried out: a code for the gateway to answer with, never a value.
///
/// An id of another practice, one that was never given and one of an erased patient are the same ``notFound``.
public enum RecordError: Error, Hashable, Sendable {
    /// There is no such resource in this practice.
    case notFound
    /// It was deleted.
    case gone
    /// It changed meanwhile, or exists already.
    case conflict
    /// The version named by If-Match is not the current one.
    case preconditionFailed
    /// An update needs If-Match.
    case preconditionRequired
    /// The resource cannot be stored as it is; what is wrong, and where.
    case invalid([RecordIssue])
    /// The broker refused the key without which there is nothing to show; seconds after which it may go through, 0 for
    /// never by waiting.
    case refused(RefusalReason, retryAfter: UInt32)
    /// More than ten patients match. No key was asked for.
    case keepTyping
    /// A paging token that is not of this session and query, or too old.
    case page
    /// The holder, practice or installation is frozen by a person.
    case frozen
    /// The session ended.
    case session
    /// The role may not do this.
    case forbidden
    /// The request proof is wrong, or does not name what is asked for.
    case proof(ProofProblem)
    /// More than one request may carry.
    case tooLarge
    /// Broker, store or access log cannot be reached or written; nothing is shown.
    case unavailable
    /// A sealed part is not what was stored: it does not open, or does not fit together.
    case damaged
}

extension RecordError {
    /// One word, for the access log and metrics.
    public var word: String {
        switch self {
        case .notFound: "not-found"
        case .gone: "gone"
        case .conflict: "conflict"
        case .preconditionFailed: "precondition-failed"
        case .preconditionRequired: "precondition-required"
        case .invalid: "invalid"
        case .refused(let reason, _): "refused-" + reason.rawValue
        case .keepTyping: "keep-typing"
        case .page: "page"
        case .frozen: "frozen"
        case .session: "session"
        case .forbidden: "forbidden"
        case .proof(let problem): problem.rawValue
        case .tooLarge: "too-large"
        case .unavailable: "unavailable"
        case .damaged: "damaged"
        }
    }
}
