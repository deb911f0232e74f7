/// Finds which of many literals of four bytes and more stand in a text: by one sequence of four bytes of each, the one that the fewest
/// others have. Almost every place of a text is dismissed by one bit; of the rest most by four more bytes, in the same line of memory.
struct GramScanner: Sendable {
    /// The literals of one field.
    struct Section: BitwiseCopyable, Sendable {
        fileprivate let filter: Int32
        fileprivate let filterShift: UInt32
        fileprivate let entries: Int32
        fileprivate let entryShift: UInt32
    }

    /// A literal by one of its sequences, and by another that may overlap it.
    private struct Entry: BitwiseCopyable {
        var gram: UInt32 = 0
        var other: UInt32 = 0
        /// Minus 1 where there is none.
        var literal: Int32 = -1
        /// How far the sequence's last byte stands behind the literal's first.
        var offset: UInt16 = 0
        /// How far the other one's first byte stands behind it.
        var otherOffset: UInt16 = 0
    }

    /// Where the sequences may stand in a literal.
    private static let farthest = 32_768

    /// By hash of the sequence; those with the same one stand in the places that follow.
    private var entries: [Entry] = []
    /// One bit for each hash's upper part, section after section.
    private var filter: [UInt64] = []

    /// Adds the literals of a field, each of at least four bytes, with their numbers in the table of literals.
    mutating func add(_ literals: [(number: Int32, bytes: [UInt8])]) -> Section {
        let chosen = GramScanner.choose(literals)
        var (filterBits, entryBits): (UInt32, UInt32) = (10, 4)
        while filterBits < 18, 1 << filterBits < chosen.count * 32 { filterBits += 1 }
        while 1 << entryBits < chosen.count * 2 { entryBits += 1 }
        let section = Section(
            filter: Int32(filter.count), filterShift: 32 - filterBits, entries: Int32(entries.count),
            entryShift: 32 - entryBits)
        filter += [UInt64](repeating: 0, count: 1 << (filterBits - 6))
        entries += [Entry](repeating: Entry(), count: 1 << entryBits)
        for entry in chosen { insert(entry, section) }
        return section
    }

    private mutating func insert(_ entry: Entry, _ section: Section) {
        let hash = GramTable.hash(entry.gram)
        let bit = Int(hash >> section.filterShift)
        filter[Int(section.filter) + bit >> 6] |= 1 << UInt64(bit & 63)
        var slot = hash >> section.entryShift
        while entries[Int(section.entries) + Int(slot)].literal >= 0 { slot = GramScanner.next(slot, section) }
        entries[Int(section.entries) + Int(slot)] = entry
    }

    @inline(__always)
    private static func next(_ slot: UInt32, _ section: Section) -> UInt32 {
        (slot + 1) & (UInt32.max >> section.entryShift)
    }

    /// For each literal its rarest sequence, and the one at that end which is farther away.
    private static func choose(_ literals: [(number: Int32, bytes: [UInt8])]) -> [Entry] {
        var counts: [UInt32: Int] = [:]
        for literal in literals { for gram in Set(grams(literal.bytes)) { counts[gram, default: 0] += 1 } }
        return literals.compactMap { literal in
            let grams = grams(literal.bytes)
            guard let best = grams.enumerated().min(by: { counts[$0.element] ?? 0 < counts[$1.element] ?? 0 }) else {
                return nil
            }
            let other = best.offset < grams.count / 2 ? grams.count - 1 : 0
            return Entry(
                gram: best.element, other: grams[other], literal: literal.number, offset: UInt16(best.offset + 3),
                otherOffset: UInt16(other))
        }
    }

    private static func grams(_ bytes: [UInt8]) -> [UInt32] {
        guard bytes.count >= 4 else { return [] }
        return (3..<min(bytes.count, farthest)).map { end in gram(bytes.span, at: end - 3) }
    }

    @inline(__always)
    private static func gram(_ text: Span<UInt8>, at start: Int) -> UInt32 {
        UInt32(text[start]) << 24 | UInt32(text[start + 1]) << 16 | UInt32(text[start + 2]) << 8
            | UInt32(text[start + 3])
    }

    /// Adds each literal that stands in the text.
    func find(
        _ text: Span<UInt8>, _ section: Section, _ literals: LiteralTable, into found: inout FoundLiterals
    ) {
        guard text.count >= 4 else { return }
        let words = 1 << (26 - Int(section.filterShift))
        let bits = filter.span.extracting(Int(section.filter)..<Int(section.filter) + words)
        var gram = UInt32(text[0]) << 16 | UInt32(text[1]) << 8 | UInt32(text[2])
        for index in 3..<text.count {
            gram = gram << 8 | UInt32(text[index])
            let hash = GramTable.hash(gram)
            let bit = hash >> section.filterShift
            // The shift leaves as many bits as the section has.
            if unsafe bits[unchecked: Int(bit >> 6)] >> UInt64(bit & 63) & 1 != 0 {
                compare(gram, hash, text, index, section, literals, &found)
            }
        }
    }

    @inline(never)
    private func compare(
        _ gram: UInt32, _ hash: UInt32, _ text: Span<UInt8>, _ index: Int, _ section: Section,
        _ literals: LiteralTable, _ found: inout FoundLiterals
    ) {
        var slot = hash >> section.entryShift
        while true {
            let entry = entries[Int(section.entries) + Int(slot)]
            guard entry.literal >= 0 else { return }
            slot = GramScanner.next(slot, section)
            let start = index - Int(entry.offset)
            let other = start + Int(entry.otherOffset)
            guard entry.gram == gram, start >= 0, other + 4 <= text.count,
                GramScanner.gram(text, at: other) == entry.other, !found.has(entry.literal)
            else { continue }
            if literals.stands(entry.literal, in: text, at: start) { found.add(entry.literal) }
        }
    }
}
