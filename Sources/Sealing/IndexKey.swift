import Crypto
import Vocabulary

/// The key of one search field of one practice: makes tokens, and the codes that tie a token to a patient.
///
/// It keeps two keyed hash states ready, which swift-crypto does not wipe; it never leaves the broker.
public struct IndexKey: Unprintable {
    private let tokens: HMAC<SHA256>
    private let rows: HMAC<SHA256>

    init(practiceKey: SymmetricKey, field: String) {
        tokens = HMAC(key: practiceKey.derived(IndexKey.info(.indexToken, field)))
        rows = HMAC(key: practiceKey.derived(IndexKey.info(.indexRow, field)))
    }

    /// HMAC-SHA-256 of the folded value, first 16 bytes (RFC 2104 §5).
    public func token(_ folded: [UInt8]) -> IndexToken {
        var mac = tokens
        mac.update(data: folded)
        return IndexToken(IndexKey.block(mac.finalize()))
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
        var mac = rows
        mac.update(data: message)
        return IndexRow(token: token, patient: patient, ordinal: ordinal, mac: IndexKey.block(mac.finalize()))
    }

    /// Whether this key made the row; compares in constant time.
    public func verify(_ row: IndexRow) -> Bool {
        let expected = self.row(row.token, patient: row.patient, ordinal: row.ordinal).mac
        return (expected.high ^ row.mac.high) | (expected.low ^ row.mac.low) == 0
    }

    private static func info(_ format: Format, _ field: String) -> FieldList {
        var info = FieldList(format)
        info.add(field)
        return info
    }

    private static func block<Kind>(_ code: HMAC<SHA256>.MAC) -> ID<Kind> {
        unsafe code.withUnsafeBytes { bytes in
            let high = unsafe UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self))
            let low = unsafe UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            return ID(high: high, low: low)
        }
    }
}
