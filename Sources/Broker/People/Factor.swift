import Identity
import Vocabulary

/// A factor as it rests in the key database. It counts only while the ledger says that it is active.
struct Factor: Sendable {
    let id: FactorID
    let person: PersonID
    /// What it is found by: a keyed hash of the credential's id, the login, the code; nil where only the person leads to it.
    let tag: [UInt8]?
    /// What is sealed; its form depends on the kind.
    var text: String
    /// A passkey's counter.
    var counter: UInt32 = 0
}

extension Factor {
    /// Whose and which it is, and what it is found by: what is sealed opens under no other.
    var name: [UInt8] { Array(id.text.utf8) + person.bytes + (tag ?? []) }

    /// A new passkey.
    init(_ passkey: Passkey, of person: PersonID, tag: [UInt8]) {
        let fields = [
            "\(passkey.key.algorithm.rawValue)", Base64URL.text(passkey.key.bytes), Base64URL.text(passkey.id),
            Base64URL.text(passkey.aaguid), passkey.isBackupEligible ? "1" : "0", passkey.state.isBackedUp ? "1" : "0",
        ]
        self.init(
            id: FactorID(.passkey), person: person, tag: tag, text: fields.joined(separator: "."),
            counter: passkey.state.counter)
    }

    /// The passkey that ``init(_:of:tag:)`` wrote; nil for any other factor.
    var passkey: Passkey? {
        let fields = text.split(separator: ".", omittingEmptySubsequences: false)
        guard id.kind == .passkey, fields.count == 6, let number = Int(fields[0]),
            let algorithm = PasskeyKey.Algorithm(rawValue: number), let bytes = Base64URL.decode(fields[1].utf8),
            let key = try? PasskeyKey(algorithm: algorithm, bytes: bytes),
            let credential = Base64URL.decode(fields[2].utf8), let aaguid = Base64URL.decode(fields[3].utf8)
        else { return nil }
        return try? Passkey(
            id: credential, key: key, aaguid: aaguid, isBackupEligible: fields[4] == "1",
            state: Passkey.State(counter: counter, isBackedUp: fields[5] == "1"))
    }

    /// The secret of one-time codes; nil for any other factor.
    var totp: TOTP? {
        guard id.kind == .totp, let secret = [UInt8](hexadecimal: text) else { return nil }
        return try? TOTP(secret: SecretBytes(secret))
    }
}
