import JSONTree

/// A number as it is written: its value, and how precisely (R4, search, number).
struct DecimalText: Sendable {
    let value: ExactDecimal
    /// The power of ten of its last digit: -2 for `5.40`, 0 for `100`, 2 for `1e2`.
    let unit: Int

    /// Takes the text of a JSON number with no more than ``ExactDecimal/maximumDigits`` digits that matter.
    init?(_ text: String) {
        guard text.utf8.count <= 256, JSONNumber(text: text) != nil else { return nil }
        let bytes = text.utf8.span
        var (mantissa, digits, zeros, fraction) = (Int128(0), 0, 0, 0)
        var (isFraction, index) = (false, bytes[0] == UInt8(ascii: "-") ? 1 : 0)
        while index < bytes.count, bytes[index] | 0x20 != UInt8(ascii: "e") {
            defer { index += 1 }
            guard bytes[index] != UInt8(ascii: ".") else {
                isFraction = true
                continue
            }
            if isFraction { fraction += 1 }
            let digit = Int128(bytes[index] - UInt8(ascii: "0"))
            guard digit > 0 else {
                if digits > 0 { zeros += 1 }
                continue
            }
            digits += zeros + 1
            guard digits <= ExactDecimal.maximumDigits else { return nil }
            for _ in 0...zeros { mantissa *= 10 }
            mantissa += digit
            zeros = 0
        }
        guard let exponent = DecimalText.exponent(bytes, after: index) else { return nil }
        unit = exponent - fraction
        value = ExactDecimal(bytes[0] == UInt8(ascii: "-") ? -mantissa : mantissa, unit + zeros)
    }

    private static func exponent(_ bytes: Span<UInt8>, after mark: Int) -> Int? {
        guard mark < bytes.count else { return 0 }
        var (value, isNegative) = (0, false)
        for index in mark + 1..<bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "+"): break
            case UInt8(ascii: "-"): isNegative = true
            default: value = value * 10 + Int(bytes[index] - UInt8(ascii: "0"))
            }
            guard value <= ExactDecimal.maximumExponent else { return nil }
        }
        return isNegative ? -value : value
    }

    /// Everything that would be rounded to the number: half a unit either way, the lower end with it; nil when written
    /// with too many digits.
    var implied: (low: ExactDecimal, high: ExactDecimal)? {
        guard let low = value.adding(-5, place: unit - 1), let high = value.adding(5, place: unit - 1) else {
            return nil
        }
        return (low, high)
    }
}
