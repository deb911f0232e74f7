/// A count in 16 bits: exact to 4,095, then with 11 digits of binary (0.05 %), to 4.4 × 10¹². Greater counts have
/// greater codes.
struct CompactCount: Hashable, Sendable, Comparable {
    let code: UInt16
    private static let mantissa: UInt64 = 2_048
    static let greatest = 4_095.0 * Double(UInt64(1) << 30) + Double((UInt64(1) << 30) - 1)

    init(code: UInt16) { self.code = code }

    /// Rounds down; what is negative or no number is 0.
    init(_ value: Double) {
        let whole = value >= Self.greatest ? UInt64(Self.greatest) : value > 0 ? UInt64(value) : 0
        guard whole >= Self.mantissa else {
            code = UInt16(truncatingIfNeeded: whole)
            return
        }
        let shift = UInt64(63 - whole.leadingZeroBitCount - 11)
        code = UInt16(truncatingIfNeeded: (shift + 1) * Self.mantissa + (whole >> shift - Self.mantissa))
    }

    var value: Double {
        let (exponent, rest) = (UInt64(code) / Self.mantissa, UInt64(code) % Self.mantissa)
        return exponent == 0 ? Double(rest) : Double((Self.mantissa + rest) << (exponent - 1))
    }

    static func < (a: CompactCount, b: CompactCount) -> Bool { a.code < b.code }
}
