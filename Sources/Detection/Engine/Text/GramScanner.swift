/// Finds which of many literals of four bytes and more stand in a text: by one sequence of four bytes of each, the one that the fewest
/// others have. Almost every place of a text is dismissed by one bit; the rest are looked up and compared.
struct GramScanner: Sendable {
    /// The literals of one field.
    struct Section: BitwiseCopyable, Sendable {
        fileprivate let filter: Int32
        fileprivate let shift: UInt32
        fileprivate let table: GramTable.Section
    }

    /// A literal by one of its sequences.
    private struct Entry: BitwiseCopyable {
        let literal: Int32
        /// How far the sequence's last byte stands behind the literal's first.
        let offset: Int32
    }

    /// By sequence, the entries from a start to the next.
    private var starts: [Int32] = [0]
    private var entries: [Entry] = []
    private var table = GramTable()
    /// One bit for each hash's upper part, section after section.
    private var filter: [UInt64] = []

    /// Adds the literals of a field, each of at least four bytes, with their numbers in the table of literals.
    mutating func add(_ literals: [(number: Int32, bytes: [UInt8])]) -> Section {
        let byGram = GramScanner.choose(literals)
        let grams = byGram.keys.sorted()
        var keys: [(key: UInt32, number: Int32)] = []
        for gram in grams {
            keys.append((gram, Int32(starts.count - 1)))
            entries += byGram[gram] ?? []
            starts.append(Int32(entries.count))
        }
        var bits: UInt32 = 10
        while bits < 18, 1 << bits < grams.count * 32 { bits += 1 }
        let section = Section(filter: Int32(filter.count), shift: 32 - bits, table: table.add(keys))
        filter += [UInt64](repeating: 0, count: 1 << (bits - 6))
        for gram in grams {
            let bit = Int(GramTable.hash(gram) >> section.shift)
            filter[Int(section.filter) + bit >> 6] |= 1 << UInt64(bit & 63)
        }
        return section
    }

    /// For each literal its rarest sequence.
    private static func choose(_ literals: [(number: Int32, bytes: [UInt8])]) -> [UInt32: [Entry]] {
        var counts: [UInt32: Int] = [:]
        for literal in literals { for gram in Set(grams(literal.bytes)) { counts[gram, default: 0] += 1 } }
        var chosen: [UInt32: [Entry]] = [:]
        for literal in literals {
            let best = grams(literal.bytes).enumerated().min { counts[$0.element] ?? 0 < counts[$1.element] ?? 0 }
            guard let best else { continue }
            chosen[best.element, default: []].append(Entry(literal: literal.number, offset: Int32(best.offset + 3)))
        }
        return chosen
    }

    private static func grams(_ bytes: [UInt8]) -> [UInt32] {
        guard bytes.count >= 4 else { return [] }
        return (3..<bytes.count).map { end in (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[end - 3 + $1]) } }
    }

    /// Adds each literal that stands in the text.
    func find(
        _ text: Span<UInt8>, _ section: Section, _ literals: LiteralTable, into found: inout FoundLiterals
    ) {
        guard text.count >= 4 else { return }
        let bits = filter.span.extracting(Int(section.filter)..<Int(section.filter) + 1 << (26 - Int(section.shift)))
        var gram = UInt32(text[0]) << 16 | UInt32(text[1]) << 8 | UInt32(text[2])
        for index in 3..<text.count {
            gram = gram << 8 | UInt32(text[index])
            let bit = GramTable.hash(gram) >> section.shift
            // The shift leaves as many bits as the section has.
            if unsafe bits[unchecked: Int(bit >> 6)] >> UInt64(bit & 63) & 1 != 0 {
                compare(gram, text, index, section, literals, &found)
            }
        }
    }

    @inline(never)
    private func compare(
        _ gram: UInt32, _ text: Span<UInt8>, _ index: Int, _ section: Section, _ literals: LiteralTable,
        _ found: inout FoundLiterals
    ) {
        let list = Int(table.number(gram, section.table))
        guard list >= 0 else { return }
        for place in Int(starts[list])..<Int(starts[list + 1]) {
            let entry = entries[place]
            if !found.has(entry.literal), literals.stands(entry.literal, in: text, at: index - Int(entry.offset)) {
                found.add(entry.literal)
            }
        }
    }
}
