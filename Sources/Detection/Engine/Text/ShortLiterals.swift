/// Literals of less than four bytes, looked for where their first two bytes stand; those that must stand at the start or the end, only
/// there.
struct ShortLiterals: Sendable {
    /// The literals of one field.
    struct Section: BitwiseCopyable, Sendable {
        fileprivate let table: GramTable.Section
        /// Where its pairs of bytes begin; -1 if nothing is looked for everywhere.
        fileprivate let pairs: Int32
        /// A bit for each length, by place.
        fileprivate let lengths: SIMD4<UInt8>
        /// What the empty value is; -1 if nobody asks.
        fileprivate let empty: Int32
    }

    private static let words = 65_536 / 64
    private var table = GramTable()
    /// A bit for each two bytes with which a literal begins.
    private var pairs: [UInt64] = []

    /// Adds the literals of a field, each of at most three bytes, with their numbers in the table of literals.
    mutating func add(_ literals: [(number: Int32, literal: IndexedLiteral)]) -> Section {
        var (keys, lengths): ([(key: UInt32, number: Int32)], SIMD4<UInt8>) = ([], .zero)
        let start = pairs.count
        for (number, literal) in literals where !literal.bytes.isEmpty {
            let place = ShortLiterals.place(literal.place)
            keys.append((ShortLiterals.key(literal.bytes.span, place), number))
            lengths[place] |= 1 << UInt8(literal.bytes.count)
            if place == 0 { mark(literal.bytes, start) }
        }
        let empty = literals.first { $0.literal.bytes.isEmpty && ShortLiterals.place($0.literal.place) == 3 }
        return Section(
            table: table.add(keys), pairs: lengths[0] == 0 ? -1 : Int32(start), lengths: lengths,
            empty: empty?.number ?? -1)
    }

    /// A single byte may stand before any other, or last.
    private mutating func mark(_ bytes: [UInt8], _ start: Int) {
        if pairs.count == start { pairs += Array(repeating: 0, count: ShortLiterals.words) }
        for second in bytes.count > 1 ? [Int(bytes[1])] : Array(0..<256) {
            let pair = Int(bytes[0]) << 8 | second
            pairs[start + pair >> 6] |= 1 << UInt64(pair & 63)
        }
    }

    private static func place(_ place: IndexedLiteral.Place) -> Int { (place.atStart ? 2 : 0) + (place.atEnd ? 1 : 0) }

    /// Three bytes, their number and place: different for each literal.
    @inline(__always)
    private static func key(_ bytes: Span<UInt8>, _ place: Int) -> UInt32 {
        var key = UInt32(bytes.count) << 2 | UInt32(place)
        for index in bytes.indices { key = key << 8 | UInt32(bytes[index]) }
        return key
    }

    /// Appends the postings of each literal that stands in the value; they may come more than once.
    func find(
        _ value: Span<UInt8>, _ section: Section, _ literals: LiteralTable, into found: inout [LiteralTable.Run]
    ) {
        if value.isEmpty, section.empty >= 0 { found.append(literals.run(section.empty)) }
        for place in 1..<4 where section.lengths[place] != 0 {
            for length in 1..<4
            where section.lengths[place] >> UInt8(length) & 1 != 0 && length <= value.count
                && (place < 3 || length == value.count)
            {
                look(value, at: place < 2 ? value.count - length : 0, length, place, section, literals, &found)
            }
        }
        if section.pairs >= 0 { findAnywhere(value, section, literals, &found) }
    }

    private func findAnywhere(
        _ value: Span<UInt8>, _ section: Section, _ literals: LiteralTable, _ found: inout [LiteralTable.Run]
    ) {
        let bits = pairs.span.extracting(Int(section.pairs)..<Int(section.pairs) + ShortLiterals.words)
        for index in value.indices {
            let pair = Int(value[index]) << 8 | (index + 1 < value.count ? Int(value[index + 1]) : 0)
            // Two bytes are a place among 65,536 bits.
            guard unsafe bits[unchecked: pair >> 6] >> UInt64(pair & 63) & 1 != 0 else { continue }
            for length in 1..<4 where section.lengths[0] >> UInt8(length) & 1 != 0 && length <= value.count - index {
                look(value, at: index, length, 0, section, literals, &found)
            }
        }
    }

    @inline(__always)
    private func look(
        _ value: Span<UInt8>, at start: Int, _ length: Int, _ place: Int, _ section: Section, _ literals: LiteralTable,
        _ found: inout [LiteralTable.Run]
    ) {
        let key = ShortLiterals.key(value.extracting(start..<start + length), place)
        let number = table.number(key, section.table)
        if number >= 0 { found.append(literals.run(number)) }
    }
}
