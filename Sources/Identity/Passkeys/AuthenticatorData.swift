import Vocabulary

/// What an authenticator says (WebAuthn L3 §6.1), well formed and not yet believed.
struct AuthenticatorData {
    /// The flags (§6.1, table 3). Those that are reserved do not matter.
    struct Flags: OptionSet {
        let rawValue: UInt8
        static let userPresent = Flags(rawValue: 0x01)
        static let userVerified = Flags(rawValue: 0x04)
        static let backupEligible = Flags(rawValue: 0x08)
        static let backedUp = Flags(rawValue: 0x10)
        static let credential = Flags(rawValue: 0x40)
        static let extensions = Flags(rawValue: 0x80)
    }

    /// A new passkey (§6.5.1).
    struct Credential {
        let aaguid: [UInt8]
        let id: [UInt8]
        let key: PasskeyKey
    }

    /// The most that is read, in bytes.
    static let maximumLength = 4096

    let bytes: [UInt8]
    let relyingPartyHash: [UInt8]
    let flags: Flags
    let state: Passkey.State
    let credential: Credential?
    /// A map, empty if there are none.
    let extensions: CBORItem

    /// Throws ``PasskeyError/authenticatorData``, ``PasskeyError/cbor``, ``PasskeyError/credential``,
    /// ``PasskeyError/algorithm`` or ``PasskeyError/key``.
    init(_ bytes: [UInt8]) throws(PasskeyError) {
        guard (37...AuthenticatorData.maximumLength).contains(bytes.count) else { throw .authenticatorData }
        self.bytes = bytes
        // What a sign-in rests on is cut out here: the reader only has what a registration adds, and extensions.
        relyingPartyHash = Array(bytes[..<32])
        flags = Flags(rawValue: bytes[32])
        let counter = bytes[33..<37].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        var reader = CBORReader(bytes, from: 37)
        state = Passkey.State(counter: counter, isBackedUp: flags.contains(.backedUp))
        credential = flags.contains(.credential) ? try AuthenticatorData.credential(&reader) : nil
        extensions = flags.contains(.extensions) ? try reader.item() : .map([:])
        guard reader.isAtEnd, case .map = extensions else { throw .authenticatorData }
    }

    /// Whether it is for this relying party and somebody was there (§7.1 steps 14 and 15, §7.2 steps 16 and 17).
    func checkPresence(_ party: RelyingParty) throws(PasskeyError) {
        guard relyingPartyHash == party.hash else { throw .relyingPartyHash }
        guard flags.contains(.userPresent) else { throw .userPresence }
    }

    /// Whether that somebody was verified, and the flags of backup agree (§7.1 steps 16 and 17, §7.2 steps 18 and 19).
    func checkVerification() throws(PasskeyError) {
        guard flags.contains(.userVerified) else { throw .userVerification }
        guard !flags.contains(.backedUp) || flags.contains(.backupEligible) else { throw .backup }
    }

    private static func credential(_ reader: inout CBORReader) throws(PasskeyError) -> Credential {
        let aaguid = try reader.take(16)
        let length = try reader.take(2).reduce(0) { $0 << 8 | Int($1) }
        guard Passkey.idLengths.contains(length) else { throw .credential }
        let id = try reader.take(length)
        return Credential(aaguid: aaguid, id: id, key: try PasskeyKey(cose: try reader.item()))
    }
}
