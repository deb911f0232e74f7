/// A running hash of bytes (FNV-1a, 64 bits): quick to extend byte by byte. Whoever finds something by it compares the
/// bytes too.
struct TextHash: Hashable, Sendable {
    private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

    /// Takes one more byte.
    @inline(__always)
    mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }

    /// The hash of some bytes.
    init(_ bytes: some Sequence<UInt8> = EmptyCollection<UInt8>()) { for byte in bytes { add(byte) } }
}
