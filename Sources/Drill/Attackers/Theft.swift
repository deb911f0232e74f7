/// What of an account was stolen.
enum Theft {
    /// The account's own key: it signs in again and again.
    case key
    /// A session with the client key to which it is bound.
    case session
    /// A session that is bound to no key.
    case bearer

    /// Whether the session that it begins with is bound.
    var isBound: Bool { self != .bearer }
}
