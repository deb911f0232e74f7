/// A small seeded generator (SplitMix64, Steele, Lea and Flood 2014): the same seed gives the same numbers everywhere.
///
/// Only integer and plain IEEE 754 arithmetic is used, never the mathematics library, whose last bit differs by machine.
struct SeededGenerator: Sendable {
    private var state: UInt64

    /// Starts the stream of one thing: `a` and `b` say which, for example a practice's row.
    init(seed: UInt64, _ stream: SeedStream, _ a: Int = 0, _ b: Int = 0) {
        var mixed = Self.mix(seed &+ stream.rawValue &* 0x9E37_79B9_7F4A_7C15)
        mixed = Self.mix(mixed ^ UInt64(bitPattern: Int64(a)) &* 0xD6E8_FEB8_6659_FD93)
        state = Self.mix(mixed ^ UInt64(bitPattern: Int64(b)) &* 0xA076_1D64_78BD_642F)
    }

    /// The next 64 bits.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mix(state)
    }

    /// A number from 0 to `count` − 1; 0 when `count` is not positive.
    mutating func below(_ count: Int) -> Int {
        guard count > 0 else { return 0 }
        return Int(truncatingIfNeeded: next().multipliedFullWidth(by: UInt64(count)).high)
    }

    /// A number from `low` to `high`, both included.
    mutating func between(_ low: Int, _ high: Int) -> Int { low + below(high - low + 1) }

    /// A number from 0 to 1, 1 excluded, with 53 random bits.
    mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

    /// True with the given probability.
    mutating func chance(_ share: Double) -> Bool { unit() < share }

    /// A number around `mean`, within twice `spread` of it, bell-shaped (the sum of four uniform draws).
    mutating func around(_ mean: Int, _ spread: Int) -> Int {
        mean - 2 * spread + below(spread + 1) + below(spread + 1) + below(spread + 1) + below(spread + 1)
    }

    /// Scrambles 64 bits, one to one.
    private static func mix(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
