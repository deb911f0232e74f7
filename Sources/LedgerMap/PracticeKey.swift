import Ledger

/// A practice, as the ledger's bytes name it: 16 bytes, ordered as bytes.
public struct PracticeKey: Hashable, Comparable, Sendable {
    let high: UInt64
    let low: UInt64

    /// Reads 16 bytes; nil for any other length.
    public init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count == 16 else { return nil }
        high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
        low = bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Makes a key of its halves, the first eight bytes and the last, both big-endian.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The 16 bytes.
    public var bytes: [UInt8] {
        var out: [UInt8] = []
        BigEndian.append(high, bytes: 8, to: &out)
        BigEndian.append(low, bytes: 8, to: &out)
        return out
    }

    /// The order of the bytes.
    public static func < (a: PracticeKey, b: PracticeKey) -> Bool { (a.high, a.low) < (b.high, b.low) }
}
