import Vocabulary

/// The French social-security number (NIR): 13 characters and a key of two digits.
public enum NIR {
    /// The key: 97 − (number mod 97), where the Corsican departments 2A and 2B count as 19 and 18.
    ///
    /// Nil unless `body` is 13 characters, digits but for a department 2A or 2B at positions 6 and 7.
    public static func key(_ body: some StringProtocol) -> Int? {
        let units = Array(body.utf8)
        guard units.count == 13 else { return nil }
        var number = 0
        for (position, unit) in units.enumerated() {
            switch unit {
            case 48...57: number = number * 10 + Int(unit - 48)
            case UInt8(ascii: "A") where position == 6 && units[5] == UInt8(ascii: "2"): number = number / 10 * 100 + 19
            case UInt8(ascii: "B") where position == 6 && units[5] == UInt8(ascii: "2"): number = number / 10 * 100 + 18
            default: return nil
            }
        }
        return 97 - number % 97
    }

    /// Whether 15 characters end with the right key.
    public static func isValid(_ nir: some StringProtocol) -> Bool {
        guard nir.utf8.count == 15, let key = key(nir.prefix(13)) else { return false }
        return Int(nir.suffix(2)) == key
    }

    /// Composes the 15 characters.
    static func compose(female: Bool, birth: CivilDate, place: String, order: Int) -> String {
        let (year, month, _) = birth.components
        var out = ByteWriter()
        out.integer(female ? 2 : 1)
        out.integer(year % 100, width: 2)
        out.integer(month, width: 2)
        // The Corsican departments were one, 20, until 1976.
        if year < 1976, place.hasPrefix("2A") || place.hasPrefix("2B") {
            out.raw("20" + place.suffix(3))
        } else {
            out.raw(place)
        }
        out.integer(order, width: 3)
        let body = String(decoding: out.bytes, as: UTF8.self)
        out.integer(key(body) ?? 0, width: 2)
        return String(decoding: out.bytes, as: UTF8.self)
    }
}
