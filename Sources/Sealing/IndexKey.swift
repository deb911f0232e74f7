import Crypto
import Vocabulary

/// The key of one search field of one practice: makes tokens, and the codes that tie a token to a patient.
///
/// It keeps two keyed hash states ready, which swift-crypto wipes with their last holder; it never leaves the broker.
public struct IndexKey: Unprintable {
    private let tokens: KeyedHash
    private let rows: KeyedHash

    init(tokens: SymmetricKey, rows: SymmetricKey) {
        self.tokens = KeyedHash(key: tokens)
        self.rows = KeyedHash(key: rows)
    }

    /// HMAC-SHA-256 of the folded value, first 16 bytes (RFC 2104 §5).
    public func token(_ folded: [UInt8]) -> IndexToken {
        IndexToken(unsafe tokens.code(folded).withUnsafeBytes { unsafe ID($0) })
    }

    /// A row with its code: HMAC-SHA-256 of token, patient and ordinal (16, 16 and 4 big-endian bytes), first 16 bytes.
    public func row(_ token: IndexToken, patient: PatientID, ordinal: UInt32) -> IndexRow {
        var message = [UInt8]()
        message.reserveCapacity(36)
        message.append(bigEndian: token.block.high)
        message.append(bigEndian: token.block.low)
        message.append(bigEndian: patient.high)
        message.append(bigEndian: patient.low)
        message.append(bigEndian: ordinal)
        let code = unsafe rows.code(message).withUnsafeBytes { unsafe ID<IndexRow>($0) }
        return IndexRow(token: token, patient: patient, ordinal: ordinal, mac: code)
    }

    /// Whether this key made the row; compares in constant time.
    public func verify(_ row: IndexRow) -> Bool {
        let expected = self.row(row.token, patient: row.patient, ordinal: row.ordinal).mac
        return (expected.high ^ row.mac.high) | (expected.low ^ row.mac.low) == 0
    }
}
