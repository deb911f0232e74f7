/// Finds which of many literals of four bytes and more stand in a text: by one sequence of four bytes of each, the one that the fewest
/// others have. Almost every place of a text is dismissed by one bit; the rest are looked up and compared.
final class GramScanner: Sendable {
    /// A literal by one of its sequences.
    private struct Entry {
        let literal: Int32
        /// How far the sequence's last byte stands behind the literal's first.
        let offset: Int32
    }

    private let literals: [IndexedLiteral]
    private let table: GramTable
    /// Entries of each list: from a start to the next.
    private let starts: [Int32]
    private let entries: [Entry]
    /// One bit for each hash's upper part.
    private let filter: [UInt64]
    private let shift: UInt32

    /// Takes literals of at least four bytes.
    init(_ literals: [IndexedLiteral]) {
        self.literals = literals
        let byGram = GramScanner.choose(literals)
        let grams = byGram.keys.sorted()
        table = GramTable(grams)
        var (starts, entries): ([Int32], [Entry]) = ([0], [])
        for gram in grams {
            entries += byGram[gram] ?? []
            starts.append(Int32(entries.count))
        }
        (self.starts, self.entries) = (starts, entries)
        var bits: UInt32 = 10
        while bits < 18, 1 << bits < grams.count * 32 { bits += 1 }
        shift = 32 - bits
        var filter = [UInt64](repeating: 0, count: 1 << (bits - 6))
        for gram in grams {
            let bit = Int(GramTable.hash(gram) >> shift)
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        self.filter = filter
    }

    /// For each literal its rarest sequence.
    private static func choose(_ literals: [IndexedLiteral]) -> [UInt32: [Entry]] {
        var counts: [UInt32: Int] = [:]
        for literal in literals { for gram in Set(grams(literal.bytes)) { counts[gram, default: 0] += 1 } }
        var chosen: [UInt32: [Entry]] = [:]
        for (number, literal) in literals.enumerated() {
            let best = grams(literal.bytes).enumerated().min { counts[$0.element] ?? 0 < counts[$1.element] ?? 0 }
            guard let best else { continue }
            chosen[best.element, default: []].append(Entry(literal: Int32(number), offset: Int32(best.offset + 3)))
        }
        return chosen
    }

    private static func grams(_ bytes: [UInt8]) -> [UInt32] {
        guard bytes.count >= 4 else { return [] }
        return (3..<bytes.count).map { end in (0..<4).reduce(0) { $0 << 8 | UInt32(bytes[end - 3 + $1]) } }
    }

    /// Appends the postings of each literal that stands in the text; a posting may come more than once.
    func find(_ text: Span<UInt8>, into found: inout [TextIndex.Posting]) {
        guard text.count >= 4 else { return }
        var gram = UInt32(text[0]) << 16 | UInt32(text[1]) << 8 | UInt32(text[2])
        for index in 3..<text.count {
            gram = gram << 8 | UInt32(text[index])
            let bit = GramTable.hash(gram) >> shift
            if filter[Int(bit >> 6)] >> UInt64(bit & 63) & 1 != 0 { compare(gram, text, index, &found) }
        }
    }

    @inline(never)
    private func compare(_ gram: UInt32, _ text: Span<UInt8>, _ index: Int, _ found: inout [TextIndex.Posting]) {
        let list = table.list(gram)
        guard list >= 0 else { return }
        for place in Int(starts[list])..<Int(starts[list + 1]) {
            let (literal, start) = (Int(entries[place].literal), index - Int(entries[place].offset))
            if literals[literal].stands(in: text, at: start) { found.append(contentsOf: literals[literal].postings) }
        }
    }
}
