extension JSONNumber {
    /// Whether both mean the same number, however written: `1`, `1.0` and `10e-1` do. Exact, and bounded by the texts.
    public func isEquivalent(to other: JSONNumber) -> Bool {
        if text == other.text { return true }
        let (mine, others) = (parts, other.parts)
        return mine.digits == others.digits && mine.exponent == others.exponent
            && (mine.isNegative == others.isNegative || mine.digits.isEmpty)
    }

    /// The digits without zeros at either end, and the power of ten of the last; no digits for zero.
    private var parts: (isNegative: Bool, digits: [UInt8], exponent: Int) {
        var digits: [UInt8] = []
        var exponent = 0
        var isFraction = false
        var index = text.utf8.startIndex
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        if isNegative { index = text.utf8.index(after: index) }
        while index < text.utf8.endIndex {
            let byte = text.utf8[index]
            index = text.utf8.index(after: index)
            if byte == UInt8(ascii: ".") {
                isFraction = true
            } else if byte | 0x20 == UInt8(ascii: "e") {
                exponent = JSONNumber.exponent(text[index...], less: exponent)
                break
            } else {
                digits.append(byte)
                if isFraction { exponent -= 1 }
            }
        }
        while digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            exponent += 1
        }
        digits = Array(digits.drop { $0 == UInt8(ascii: "0") })
        return (isNegative, digits, digits.isEmpty ? 0 : exponent)
    }

    /// The exponent that a text writes, moved by the digits of the fraction. Beyond a billion it stands still.
    private static func exponent(_ text: Substring, less fraction: Int) -> Int {
        var value = 0
        for byte in text.utf8 where byte &- UInt8(ascii: "0") < 10 {
            value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000_000)
        }
        return (text.utf8.first == UInt8(ascii: "-") ? -value : value) + fraction
    }
}
