import Vocabulary

/// A new passkey as it arrives (WebAuthn L3 §6.5.4): what the authenticator says, and who is said to vouch for it.
struct AttestationObject {
    /// The formats that are read.
    enum Format: String {
        /// Nobody vouches (§8.7).
        case none
        /// The passkey itself, or a certificate, signed (§8.2).
        case packed
    }

    /// The most that is read, in bytes.
    static let maximumLength = 16_384

    let format: Format
    let data: AuthenticatorData
    let statement: CBORItem
    /// The statement as it was written.
    let statementBytes: [UInt8]

    /// Throws ``PasskeyError/attestationObject``, ``PasskeyError/format``, or what ``AuthenticatorData`` throws.
    init(_ bytes: [UInt8]) throws(PasskeyError) {
        guard bytes.count <= AttestationObject.maximumLength else { throw .attestationObject }
        var reader = CBORReader(bytes)
        guard try reader.head() == (5, 3) else { throw .attestationObject }
        var members = [CBORItem: (item: CBORItem, bytes: ArraySlice<UInt8>)]()
        for _ in 0..<3 {
            let name = try reader.item()
            let start = reader.position
            members[name] = (try reader.item(), bytes[start..<reader.position])
        }
        guard reader.isAtEnd, case .text(let format)? = members["fmt"]?.item, let statement = members["attStmt"],
            case .bytes(let data)? = members["authData"]?.item
        else { throw .attestationObject }
        guard let format = Format(rawValue: format) else { throw .format }
        self.format = format
        self.statement = statement.item
        statementBytes = Array(statement.bytes)
        self.data = try AuthenticatorData(data)
    }

    /// Whether the statement is one of its format (§8.2, §8.7): empty, or an algorithm, a signature and certificates. A
    /// passkey that vouches for itself does so with its own algorithm.
    func isWellFormed(for key: PasskeyKey) -> Bool {
        guard case .map(let members) = statement else { return false }
        guard format == .packed else { return members.isEmpty }
        guard case .integer(let number)? = members["alg"], case .bytes? = members["sig"] else { return false }
        guard let algorithm = PasskeyKey.Algorithm(rawValue: number) else { return false }
        guard let certificates = members["x5c"] else { return members.count == 2 && algorithm == key.algorithm }
        guard case .array(let list) = certificates, !list.isEmpty else { return false }
        return members.count == 3
    }
}
