import Vocabulary

/// Where a page of a patient's access history begins: the access log comes first, the ledger behind it.
enum AuditPlace: Sendable, Hashable {
    /// A place in the access log, and the last moment that counts: that of the first page, or each page would find the line of
    /// the one before.
    case access(AccessPlace, until: Timestamp)
    /// What the broker said to go on at; 0 for the period's beginning.
    case ledger(UInt64)

    private static let mark = "ledger:"

    /// Reads what ``text`` wrote.
    init?(_ text: String) {
        if text.hasPrefix(AuditPlace.mark) {
            guard let cursor = UInt64(text.dropFirst(AuditPlace.mark.count)) else { return nil }
            self = .ledger(cursor)
        } else {
            let halves = text.split(separator: "@")
            guard halves.count == 2, let place = AccessPlace(String(halves[0])), let until = Int64(halves[1]) else {
                return nil
            }
            self = .access(place, until: Timestamp(milliseconds: until))
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
        case .access(let place, let until): "\(place.text)@\(until.milliseconds)"
        case .ledger(let cursor): AuditPlace.mark + AuditPlace.padded(cursor)
        }
    }
}
