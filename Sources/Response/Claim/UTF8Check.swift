/// Where a text stops being UTF-8 (Unicode 15, table 3-7).
enum UTF8Check {
    /// The offset of the first byte of the first sequence that is none; nil when all are.
    static func firstFault(in bytes: Span<UInt8>) -> Int? {
        var place = 0
        while place < bytes.count {
            guard let (length, second) = form(bytes[place]) else { return place }
            guard place + length <= bytes.count else { return place }
            if length > 1, !second.contains(bytes[place + 1]) { return place }
            if length > 2, !(0x80...0xBF).contains(bytes[place + 2]) { return place }
            if length > 3, !(0x80...0xBF).contains(bytes[place + 3]) { return place }
            place += length
        }
        return nil
    }

    /// How long a sequence is, and what its second byte may be.
    private static func form(_ lead: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
        switch lead {
        case 0x00...0x7F: (1, 0x80...0xBF)
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: nil
        }
    }
}
