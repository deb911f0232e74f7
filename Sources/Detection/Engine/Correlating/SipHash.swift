/// SipHash-1-3 (Aumasson and Bernstein, "SipHash: a fast short-input PRF", 2012) over parts that are told apart by
/// their lengths.
///
/// Values of logs are known by it: whoever does not know the key cannot make two of them fall together.
struct SipHash: Sendable {
    /// The key: two random numbers, kept with the state that holds hashes.
    struct Key: Sendable, Hashable {
        var first: UInt64
        var second: UInt64

        /// Draws a key.
        static func random() -> Key {
            var generator = SystemRandomNumberGenerator()
            return Key(first: generator.next(), second: generator.next())
        }
    }

    private var (v0, v1, v2, v3): (UInt64, UInt64, UInt64, UInt64)
    private var tail: UInt64 = 0
    private var count: UInt64 = 0

    init(_ key: Key) {
        v0 = key.first ^ 0x736F_6D65_7073_6575
        v1 = key.second ^ 0x646F_7261_6E64_6F6D
        v2 = key.first ^ 0x6C79_6765_6E65_7261
        v3 = key.second ^ 0x7465_6462_7974_6573
    }

    /// Takes a part, ASCII letters folded, and its length.
    @inline(__always)
    mutating func addFolded(_ bytes: Span<UInt8>) {
        for index in bytes.indices {
            let byte = bytes[index]
            add(byte &- 65 < 26 ? byte | 0x20 : byte)
        }
        let length = UInt32(truncatingIfNeeded: bytes.count)
        for shift in stride(from: 0, to: 32, by: 8) { add(UInt8(truncatingIfNeeded: length >> shift)) }
    }

    @inline(__always)
    private mutating func add(_ byte: UInt8) {
        tail |= UInt64(byte) << (8 * (count & 7))
        count &+= 1
        guard count & 7 == 0 else { return }
        v3 ^= tail
        round()
        v0 ^= tail
        tail = 0
    }

    @inline(__always)
    private mutating func round() {
        v0 = v0 &+ v1
        v1 = v1 << 13 | v1 >> 51
        v1 ^= v0
        v0 = v0 << 32 | v0 >> 32
        v2 = v2 &+ v3
        v3 = v3 << 16 | v3 >> 48
        v3 ^= v2
        v0 = v0 &+ v3
        v3 = v3 << 21 | v3 >> 43
        v3 ^= v0
        v2 = v2 &+ v1
        v1 = v1 << 17 | v1 >> 47
        v1 ^= v2
        v2 = v2 << 32 | v2 >> 32
    }

    /// The hash of all parts.
    func finish() -> UInt64 {
        var hash = self
        let last = hash.tail | count << 56
        hash.v3 ^= last
        hash.round()
        hash.v0 ^= last
        hash.v2 ^= 0xFF
        for _ in 0..<3 { hash.round() }
        return hash.v0 ^ hash.v1 ^ hash.v2 ^ hash.v3
    }
}
