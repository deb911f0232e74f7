/// A decimal number without rounding: a whole number of up to 34 digits, times a power of ten.
struct ExactDecimal: Sendable, Hashable {
    /// Significant digits that are read.
    static let maximumDigits = 34
    /// Largest power of ten, either way.
    static let maximumExponent = 1000

    /// Ends with no zero, so that equal numbers are written alike.
    let mantissa: Int128
    let exponent: Int

    static let zero = ExactDecimal(0, 0)

    /// `mantissa × 10^exponent`.
    init(_ mantissa: Int128, _ exponent: Int) {
        var (mantissa, exponent) = (mantissa, exponent)
        while mantissa != 0, mantissa % 10 == 0 {
            mantissa /= 10
            exponent += 1
        }
        self.mantissa = mantissa
        self.exponent = mantissa == 0 ? 0 : exponent
    }

    /// The number that a JSON number's text writes; nil for other text and beyond the limits.
    init?(_ text: String) {
        guard let number = DecimalText(text) else { return nil }
        self = number.value
    }

    /// The number plus `count × 10^place`; nil beyond the limits.
    func adding(_ count: Int128, place: Int) -> ExactDecimal? {
        let low = min(exponent, place)
        guard let own = ExactDecimal.shifted(mantissa, by: exponent - low),
            let other = ExactDecimal.shifted(count, by: place - low)
        else { return nil }
        return ExactDecimal(own + other, low)
    }

    /// The product; nil beyond the limits.
    func times(_ other: ExactDecimal) -> ExactDecimal? {
        guard ExactDecimal.digits(mantissa) + ExactDecimal.digits(other.mantissa) <= ExactDecimal.maximumDigits else {
            return nil
        }
        return ExactDecimal(mantissa * other.mantissa, exponent + other.exponent)
    }

    /// The number times a small whole number, divided by ten.
    func tenths(_ count: Int128) -> ExactDecimal { ExactDecimal(mantissa * count, exponent - 1) }

    private static func shifted(_ value: Int128, by places: Int) -> Int128? {
        guard value != 0 else { return 0 }
        guard places + digits(value) <= maximumDigits + 2 else { return nil }
        return value * power(places)
    }

    fileprivate static func digits(_ value: Int128) -> Int {
        var (rest, count) = (value.magnitude, 0)
        while rest > 0 {
            rest /= 10
            count += 1
        }
        return count
    }

    fileprivate static func power(_ places: Int) -> Int128 {
        (0..<max(0, places)).reduce(1) { power, _ in power * 10 }
    }
}

extension ExactDecimal: Comparable {
    /// By value.
    static func < (a: ExactDecimal, b: ExactDecimal) -> Bool {
        if a.mantissa.signum() != b.mantissa.signum() { return a.mantissa < b.mantissa }
        if a.exponent == b.exponent { return a.mantissa < b.mantissa }
        // The same sign: whichever has more places before the point is farther from nought.
        let (aDigits, bDigits) = (digits(a.mantissa), digits(b.mantissa))
        let (aTop, bTop) = (aDigits + a.exponent, bDigits + b.exponent)
        guard aTop == bTop else { return (aTop < bTop) == (a.mantissa > 0) }
        let width = max(aDigits, bDigits)
        return a.mantissa * power(width - aDigits) < b.mantissa * power(width - bDigits)
    }
}
