/// Literals of less than four bytes: those that may stand anywhere are looked for where their first bytes stand, those that must stand at
/// the start or the end only there.
struct ShortLiterals: Sendable {
    /// The literals of one field.
    struct Section: BitwiseCopyable, Sendable {
        fileprivate let table: GramTable.Section
        /// Where the bits begin of what may stand anywhere; -1 if nothing may.
        fileprivate let bits: Int32
        /// A bit for each length, by place.
        fileprivate let lengths: SIMD4<UInt8>
        /// What the empty value is; -1 if nobody asks.
        fileprivate let empty: Int32
    }

    /// Words of 64 bits for literals of one and two bytes, a bit for each two bytes, and as many for those of three, by hash.
    private static let words = 65_536 / 64
    private var table = GramTable()
    private var bits: [UInt64] = []

    /// Adds the literals of a field, each of at most three bytes, with their numbers in the table of literals.
    mutating func add(_ literals: [(number: Int32, literal: IndexedLiteral)]) -> Section {
        var (keys, lengths): ([(key: UInt32, number: Int32)], SIMD4<UInt8>) = ([], .zero)
        let start = bits.count
        for (number, literal) in literals where !literal.bytes.isEmpty {
            let place = ShortLiterals.place(literal.place)
            keys.append((ShortLiterals.key(literal.bytes.span, place), number))
            lengths[place] |= 1 << UInt8(literal.bytes.count)
            if place == 0 { mark(literal.bytes, start) }
        }
        let empty = literals.first { $0.literal.bytes.isEmpty && ShortLiterals.place($0.literal.place) == 3 }
        return Section(
            table: table.add(keys), bits: lengths[0] == 0 ? -1 : Int32(start), lengths: lengths,
            empty: empty?.number ?? -1)
    }

    /// A single byte may stand before any other, or last.
    private mutating func mark(_ bytes: [UInt8], _ start: Int) {
        if bits.count == start { bits += Array(repeating: 0, count: 2 * ShortLiterals.words) }
        if bytes.count == 3 {
            let three = UInt32(bytes[0]) << 16 | UInt32(bytes[1]) << 8 | UInt32(bytes[2])
            return set(start + ShortLiterals.words, ShortLiterals.bit(three))
        }
        for second in bytes.count > 1 ? [Int(bytes[1])] : Array(0..<256) { set(start, Int(bytes[0]) << 8 | second) }
    }

    private mutating func set(_ start: Int, _ bit: Int) { bits[start + bit >> 6] |= 1 << UInt64(bit & 63) }

    /// The bit of three bytes, of 65,536.
    @inline(__always)
    private static func bit(_ three: UInt32) -> Int { Int(GramTable.hash(three) >> 16) }

    private static func place(_ place: IndexedLiteral.Place) -> Int { (place.atStart ? 2 : 0) + (place.atEnd ? 1 : 0) }

    /// Three bytes, their number and place: different for each literal.
    @inline(__always)
    private static func key(_ bytes: Span<UInt8>, _ place: Int) -> UInt32 {
        var key = UInt32(bytes.count) << 2 | UInt32(place)
        for index in bytes.indices { key = key << 8 | UInt32(bytes[index]) }
        return key
    }

    /// Adds each literal that stands in the value.
    func find(_ value: Span<UInt8>, _ section: Section, into found: inout FoundLiterals) {
        if value.isEmpty, section.empty >= 0 { found.add(section.empty) }
        for place in 1..<4 where section.lengths[place] != 0 {
            for length in 1..<4
            where section.lengths[place] >> UInt8(length) & 1 != 0 && length <= value.count
                && (place < 3 || length == value.count)
            {
                look(value, at: place < 2 ? value.count - length : 0, length, place, section, &found)
            }
        }
        if section.bits >= 0 { findAnywhere(value, section, &found) }
    }

    private func findAnywhere(_ value: Span<UInt8>, _ section: Section, _ found: inout FoundLiterals) {
        let bits = bits.span.extracting(Int(section.bits)..<Int(section.bits) + 2 * ShortLiterals.words)
        // What stands before the first byte is in no literal of three bytes.
        var three = UInt32.max
        for index in value.indices {
            let byte = value[index]
            three = (three << 8 | UInt32(byte)) & 0xFF_FFFF
            let pair = Int(byte) << 8 | (index + 1 < value.count ? Int(value[index + 1]) : 0)
            let triple = ShortLiterals.bit(three)
            // Both are places among 65,536 bits.
            if unsafe bits[unchecked: pair >> 6] >> UInt64(pair & 63) & 1 != 0 {
                look(value, at: index, 1, 0, section, &found)
                if index + 1 < value.count { look(value, at: index, 2, 0, section, &found) }
            }
            if unsafe bits[unchecked: ShortLiterals.words + triple >> 6] >> UInt64(triple & 63) & 1 != 0, index >= 2 {
                look(value, at: index - 2, 3, 0, section, &found)
            }
        }
    }

    @inline(__always)
    private func look(
        _ value: Span<UInt8>, at start: Int, _ length: Int, _ place: Int, _ section: Section,
        _ found: inout FoundLiterals
    ) {
        guard section.lengths[place] >> UInt8(length) & 1 != 0 else { return }
        let key = ShortLiterals.key(value.extracting(start..<start + length), place)
        let number = table.number(key, section.table)
        if number >= 0 { found.add(number) }
    }
}
