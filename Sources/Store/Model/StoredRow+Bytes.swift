import Vocabulary

extension StoredRow {
    /// Token, code, tier.
    private static let length = 16 + 16 + 1

    /// Rows that wait for their version to become visible, 33 bytes each.
    static func pack(_ rows: [StoredRow]) -> [UInt8] {
        var bytes = [UInt8]()
        bytes.reserveCapacity(rows.count * length)
        for row in rows {
            bytes.append(row.token)
            bytes.append(row.code)
            bytes.append(row.tier.rawValue)
        }
        return bytes
    }

    /// Reads what ``pack(_:)`` wrote. Throws `damaged` for anything else.
    static func unpack(_ bytes: [UInt8]) throws(StoreError) -> [StoredRow] {
        guard bytes.count % length == 0 else { throw StoreError(.damaged, table: "staged") }
        var rows = [StoredRow]()
        rows.reserveCapacity(bytes.count / length)
        for start in stride(from: 0, to: bytes.count, by: length) {
            guard let tier = Tier(rawValue: bytes[start + 32]) else { throw StoreError(.damaged, table: "staged") }
            rows.append(
                StoredRow(
                    token: RowToken(high: word(bytes, start), low: word(bytes, start + 8)),
                    code: RowCode(high: word(bytes, start + 16), low: word(bytes, start + 24)), tier: tier))
        }
        return rows
    }

    private static func word(_ bytes: [UInt8], _ start: Int) -> UInt64 {
        var word: UInt64 = 0
        for index in start..<start + 8 { word = word << 8 | UInt64(bytes[index]) }
        return word
    }
}
