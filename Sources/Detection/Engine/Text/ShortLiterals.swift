/// Literals too short for the scanner, looked for where their first two bytes stand.
struct ShortLiterals {
    private var literals: [(bytes: [UInt8], postings: [TextIndex.Posting])] = []
    /// By first and second byte: places in ``lists`` plus 1.
    private var table: [UInt16] = []
    private var lists: [[Int]] = []
    private var isFirst: [Bool] = []

    /// Adds a literal of at least one byte.
    mutating func add(_ bytes: [UInt8], _ postings: [TextIndex.Posting]) {
        guard let first = bytes.first else { return }
        if table.isEmpty {
            table = [UInt16](repeating: 0, count: 65_536)
            isFirst = [Bool](repeating: false, count: 256)
        }
        literals.append((bytes, postings))
        isFirst[Int(first)] = true
        // A single byte may stand before any other, or last.
        let seconds: [Int] = bytes.count > 1 ? [Int(bytes[1])] : Array(0..<256)
        for second in seconds { add(literals.count - 1, to: Int(first) << 8 | second) }
    }

    private mutating func add(_ literal: Int, to pair: Int) {
        if table[pair] == 0 {
            lists.append([])
            table[pair] = UInt16(clamping: lists.count)
        }
        lists[Int(table[pair]) - 1].append(literal)
    }

    /// Calls with the postings of each literal that the value holds.
    @inline(__always)
    func find(_ value: Span<UInt8>, _ body: (TextIndex.Posting) -> Void) {
        guard !literals.isEmpty else { return }
        for index in value.indices where isFirst[Int(value[index])] {
            let second = index + 1 < value.count ? Int(value[index + 1]) : 0
            let list = table[Int(value[index]) << 8 | second]
            guard list != 0 else { continue }
            for literal in lists[Int(list) - 1] where Glob.holds(literals[literal].bytes, value, at: index) {
                for posting in literals[literal].postings { body(posting) }
            }
        }
    }
}
