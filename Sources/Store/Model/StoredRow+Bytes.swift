import Vocabulary

extension StoredRow {
    /// Token, code, tier.
    private static let length = 16 + 16 + 1

    /// Rows that wait for their version to become visible, 33 bytes each.
    static func pack(_ rows: [StoredRow]) -> [UInt8] {
        rows.flatMap { $0.token.bigEndianBytes + $0.code.bigEndianBytes + [$0.tier.rawValue] }
    }

    /// Reads what ``pack(_:)`` wrote. Throws `damaged` for anything else.
    static func unpack(_ bytes: [UInt8]) throws(StoreError) -> [StoredRow] {
        guard bytes.count % length == 0 else { throw StoreError(.damaged, table: "staged") }
        var rows = [StoredRow]()
        for start in stride(from: 0, to: bytes.count, by: length) {
            let words = stride(from: start, to: start + 32, by: 8).map { UInt64(bigEndian: bytes[$0..<$0 + 8]) }
            guard let tier = Tier(rawValue: bytes[start + 32]) else { throw StoreError(.damaged, table: "staged") }
            let token = RowToken(high: words[0], low: words[1])
            rows.append(StoredRow(token: token, code: RowCode(high: words[2], low: words[3]), tier: tier))
        }
        return rows
    }
}
