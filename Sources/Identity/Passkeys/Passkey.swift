import Vocabulary

/// A passkey (a WebAuthn public key credential, L3 §4 "credential record"): what is kept of it. It holds no secret.
public struct Passkey: Hashable, Sendable {
    /// What changes whenever the passkey is used.
    public struct State: Hashable, Sendable {
        /// How often the authenticator says that it signed; 0 if it does not count.
        public let counter: UInt32
        /// Whether the passkey is on other devices too.
        public let isBackedUp: Bool

        /// Makes a state of what was stored.
        public init(counter: UInt32, isBackedUp: Bool) {
            self.counter = counter
            self.isBackedUp = isBackedUp
        }
    }

    /// How many bytes an id may have.
    public static let idLengths = 16...1023

    /// The credential id, which the authenticator chose. It is unique only if the caller sees to it.
    public let id: [UInt8]
    /// The key that verifies what the passkey signs.
    public let key: PasskeyKey
    /// The model of the authenticator, 16 bytes, as it says itself: nobody vouches for it.
    public let aaguid: [UInt8]
    /// Whether it may be copied to other devices. It never changes.
    public let isBackupEligible: Bool
    /// As of its last use.
    public var state: State

    /// Makes a passkey of what was stored. Throws ``PasskeyError/credential`` for an id or aaguid of another length.
    public init(
        id: [UInt8], key: PasskeyKey, aaguid: [UInt8], isBackupEligible: Bool, state: State
    ) throws(PasskeyError) {
        guard Passkey.idLengths.contains(id.count), aaguid.count == 16 else { throw .credential }
        self.id = id
        self.key = key
        self.aaguid = aaguid
        self.isBackupEligible = isBackupEligible
        self.state = state
    }
}
