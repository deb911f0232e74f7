/// The id of a factor as the ledger has it: its kind and 128 random bits, `passkey:3q2-…`.
package struct FactorID: Hashable, Sendable {
    /// What a factor is.
    package enum Kind: String, Sendable {
        /// A WebAuthn credential.
        case passkey
        /// A login and a password's hash.
        case password
        /// A secret of one-time codes.
        case totp
        /// One recovery code, good once.
        case recovery
        /// The right to enrol, good once.
        case invitation
        /// The right to enrol in place of all factors of before, from a day later on, good once.
        case reset
        /// An operator's key.
        case operation = "operator"
        /// Who an OpenID provider says that somebody is.
        case openID = "openid"
    }

    package let kind: Kind
    /// As it is written.
    package let text: String

    /// Draws a new id.
    package init(_ kind: Kind) {
        self.kind = kind
        let bits = unsafe SecretBytes.random(count: 16).withUnsafeBytes { unsafe Base64URL.text($0) }
        text = "\(kind.rawValue):\(bits)"
    }

    /// Reads ``text``; nil for anything that does not begin with a kind.
    package init?(_ text: String) {
        guard let kind = Kind(rawValue: String(text.prefix { $0 != ":" })) else { return nil }
        self.kind = kind
        self.text = text
    }
}
