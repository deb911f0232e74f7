/// What waits to be delivered: an entry of a ``DeliveryQueue``.
public struct DeliveryItem: Hashable, Sendable {
    /// The place in the queue: later is greater.
    public let number: UInt64
    /// How grave it is: what goes when the queue is full.
    public let level: RuleLevel
    /// The idempotency key: the finding's id, with the number of the update behind it.
    public let key: String
    /// Bytes of the body.
    public let size: Int

    /// `NUMBER-LEVEL-KEY`: the number of 20 digits, so that names sort by it.
    var name: String {
        let digits = String(number)
        return String(repeating: "0", count: 20 - digits.utf8.count) + digits + "-\(level.rawValue)-\(key)"
    }

    init(number: UInt64, level: RuleLevel, key: String, size: Int) {
        (self.number, self.level, self.key, self.size) = (number, level, key, size)
    }

    /// Reads a file's name; nil for one that is none of ours.
    init?(name: String, size: Int) {
        let parts = name.split(separator: "-", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 20, let number = UInt64(parts[0]),
            let level = RuleLevel(rawValue: String(parts[1])), DeliveryItem.isKey(String(parts[2]))
        else { return nil }
        self.init(number: number, level: level, key: String(parts[2]), size: size)
    }

    /// Letters, digits, `.` and `_`, 1 to 128: what can stand in a file's name and in a header.
    static func isKey(_ text: String) -> Bool {
        (1...128).contains(text.utf8.count) && text.first != "."
            && text.utf8.allSatisfy { unit in
                (unit | 0x20) &- 97 < 26 || unit &- 48 < 10 || unit == UInt8(ascii: ".") || unit == UInt8(ascii: "_")
            }
    }
}
