/// Literals of less than four bytes, looked for where their first two bytes stand; those that must stand at the start or the end, only
/// there.
final class ShortLiterals: Sendable {
    private let contained: [IndexedLiteral]
    private let anchored: [IndexedLiteral]
    /// By first and second byte: the list's number plus 1.
    private let table: [UInt16]
    private let lists: [[Int]]
    private let isFirst: [Bool]
    /// What the empty value is.
    private let empty: [TextIndex.Posting]
    private let byKey: GramTable

    /// Takes literals of at most three bytes.
    init(_ literals: [IndexedLiteral]) {
        contained = literals.filter { !$0.bytes.isEmpty && !$0.place.atStart && !$0.place.atEnd }
        anchored = literals.filter { !$0.bytes.isEmpty && ($0.place.atStart || $0.place.atEnd) }
        empty = literals.first { $0.bytes.isEmpty && $0.place.atStart && $0.place.atEnd }?.postings ?? []
        var (table, lists): ([UInt16], [[Int]]) = ([], [])
        var isFirst = [Bool](repeating: false, count: contained.isEmpty ? 0 : 256)
        if !contained.isEmpty { table = [UInt16](repeating: 0, count: 65_536) }
        for (number, literal) in contained.enumerated() {
            isFirst[Int(literal.bytes[0])] = true
            // A single byte may stand before any other, or last.
            for second in literal.bytes.count > 1 ? [Int(literal.bytes[1])] : Array(0..<256) {
                let pair = Int(literal.bytes[0]) << 8 | second
                if table[pair] == 0 {
                    lists.append([])
                    table[pair] = UInt16(clamping: lists.count)
                }
                lists[Int(table[pair]) - 1].append(number)
            }
        }
        (self.table, self.lists, self.isFirst) = (table, lists, isFirst)
        byKey = GramTable(anchored.map { ShortLiterals.key($0.bytes.span, $0.place) })
        let lengths = Dictionary(grouping: anchored, by: \.place).mapValues { Set($0.map(\.bytes.count)).sorted() }
        places = lengths.keys.map { ($0, lengths[$0] ?? []) }
    }

    private let places: [(place: IndexedLiteral.Place, lengths: [Int])]

    /// Three bytes, their number and place: different for each literal.
    private static func key(_ bytes: Span<UInt8>, _ place: IndexedLiteral.Place) -> UInt32 {
        var key = UInt32(bytes.count) << 2 | (place.atStart ? 2 : 0) | (place.atEnd ? 1 : 0)
        for index in bytes.indices { key = key << 8 | UInt32(bytes[index]) }
        return key
    }

    /// Appends the postings of each literal that stands in the value.
    func find(_ value: Span<UInt8>, into found: inout [TextIndex.Posting]) {
        if value.isEmpty { found.append(contentsOf: empty) }
        if !places.isEmpty { findAnchored(value, &found) }
        guard !contained.isEmpty else { return }
        for index in value.indices where isFirst[Int(value[index])] {
            let second = index + 1 < value.count ? Int(value[index + 1]) : 0
            let list = Int(table[Int(value[index]) << 8 | second]) - 1
            guard list >= 0 else { continue }
            for number in lists[list] where contained[number].stands(in: value, at: index) {
                found.append(contentsOf: contained[number].postings)
            }
        }
    }

    private func findAnchored(_ value: Span<UInt8>, _ found: inout [TextIndex.Posting]) {
        for (place, lengths) in places {
            for length in lengths
            where length <= value.count && (!(place.atStart && place.atEnd) || length == value.count) {
                let start = place.atStart ? 0 : value.count - length
                let number = byKey.list(ShortLiterals.key(value.extracting(start..<(start + length)), place))
                if number >= 0 { found.append(contentsOf: anchored[number].postings) }
            }
        }
    }
}
