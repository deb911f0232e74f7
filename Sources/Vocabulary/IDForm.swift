/// The forms of an ``ID``, apart from it so that they are compiled once and not looked up for each kind.
enum IDForm {
    /// Reads 16 big-endian bytes; nil for any other length.
    static func halves(_ bytes: Span<UInt8>) -> (UInt64, UInt64)? {
        guard bytes.count == 16 else { return nil }
        var halves: (UInt64, UInt64) = (0, 0)
        for index in 0..<8 { halves.0 = halves.0 << 8 | UInt64(bytes[index]) }
        for index in 8..<16 { halves.1 = halves.1 << 8 | UInt64(bytes[index]) }
        return halves
    }

    /// Reads the 36 characters of a lower-case UUID and nothing else.
    static func halves(text: Span<UInt8>) -> (UInt64, UInt64)? {
        guard text.count == 36 else { return nil }
        var halves: (UInt64, UInt64) = (0, 0)
        var nibbles = 0
        for position in text.indices {
            if isHyphen(position) {
                guard text[position] == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let value = nibble(text[position]) else { return nil }
            if nibbles < 16 { halves.0 = halves.0 << 4 | value } else { halves.1 = halves.1 << 4 | value }
            nibbles += 1
        }
        return halves
    }

    /// The lower-case UUID.
    static func text(_ high: UInt64, _ low: UInt64) -> String {
        unsafe String(unsafeUninitializedCapacity: 36) { buffer in
            var nibbles = 0
            for position in 0..<36 {
                if isHyphen(position) {
                    unsafe buffer[position] = UInt8(ascii: "-")
                    continue
                }
                let half = nibbles < 16 ? high : low
                let nibble = UInt8(truncatingIfNeeded: half >> UInt64((15 - nibbles & 15) * 4)) & 15
                unsafe buffer[position] = nibble < 10 ? UInt8(ascii: "0") + nibble : UInt8(ascii: "a") + nibble - 10
                nibbles += 1
            }
            return 36
        }
    }

    private static func isHyphen(_ position: Int) -> Bool {
        position == 8 || position == 13 || position == 18 || position == 23
    }

    private static func nibble(_ unit: UInt8) -> UInt64? {
        switch unit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(unit - UInt8(ascii: "0"))
        case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt64(unit - UInt8(ascii: "a") + 10)
        default: nil
        }
    }
}
