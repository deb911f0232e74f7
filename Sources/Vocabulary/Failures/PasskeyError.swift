/// Why a passkey was not accepted: a word for the log, never a value. Whoever is refused sees
/// ``IdentityError/publicText`` and nothing else.
public enum PasskeyError: String, Error, Hashable, Sendable, CaseIterable {
    /// A nonce of another length than 16 to 64 bytes.
    case nonce
    /// No domain, or an origin that is not `https` and of that domain.
    case relyingParty = "relying-party"
    /// Client data that is too long or not one flat JSON object of printable ASCII.
    case clientData = "client-data"
    /// Client data of another ceremony.
    case type
    /// Client data with another challenge.
    case challenge
    /// Client data of another origin.
    case origin
    /// Asked for from inside a page of another origin.
    case crossOrigin = "cross-origin"
    /// CBOR that is not in its one form: cut off, of indefinite length, a key twice, a number too long.
    case cbor
    /// An attestation object that is too long, or has other members than its three.
    case attestationObject = "attestation-object"
    /// An attestation of another format than `none` and `packed`.
    case format
    /// An attestation statement that its format does not allow, or whose signature is wrong.
    case attestation
    /// Authenticator data that is too short, too long, or not what its flags announce.
    case authenticatorData = "authenticator-data"
    /// Authenticator data for another relying party.
    case relyingPartyHash = "relying-party-hash"
    /// Nobody was there.
    case userPresence = "user-presence"
    /// Who was there was not asked for a PIN or a finger.
    case userVerification = "user-verification"
    /// Flags of backup that contradict each other or the registration.
    case backup
    /// A key for another algorithm than ES256, EdDSA and RS256.
    case algorithm
    /// Not a key of its algorithm, or not in its one form.
    case key
    /// A credential id of another length than 16 to 1,023 bytes, or of another passkey.
    case credential
    /// The signature is too long, is not that of the passkey, or there is no such passkey.
    case signature
    /// The counter did not grow: a copy of the authenticator may be in use.
    case cloned
}

extension PasskeyError: CustomStringConvertible {
    /// The word.
    public var description: String { rawValue }
}
