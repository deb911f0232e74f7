/// Where a page of a patient's access history begins: the access log comes first, the ledger behind it.
enum AuditPlace: Sendable, Hashable {
    /// A place in the access log.
    case access(AccessPlace)
    /// What the broker said to go on at; 0 for the period's beginning.
    case ledger(UInt64)

    private static let mark = "ledger:"

    /// Reads what ``text`` wrote.
    init?(_ text: String) {
        if text.hasPrefix(AuditPlace.mark) {
            guard let cursor = UInt64(text.dropFirst(AuditPlace.mark.count)) else { return nil }
            self = .ledger(cursor)
        } else {
            guard let place = AccessPlace(text) else { return nil }
            self = .access(place)
        }
    }

    /// Of one length: the token's own must not tell how much is in the ledger.
    private static func padded(_ cursor: UInt64) -> String {
        let digits = String(cursor)
        return String(repeating: "0", count: 20 - digits.utf8.count) + digits
    }

    /// For a paging token.
    var text: String {
        switch self {
        case .access(let place): place.text
        case .ledger(let cursor): AuditPlace.mark + AuditPlace.padded(cursor)
        }
    }
}
