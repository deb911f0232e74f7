/// Changes valid inputs into hostile ones; the same for the same seed.
struct Mutator {
    private var random: SeededRandom
    private let corpus: [[UInt8]]

    init(seed: UInt64, corpus: [[UInt8]]) { (random, self.corpus) = (SeededRandom(seed), corpus) }

    /// Numbers, times and bytes at the edges of what readers expect.
    private static let pieces: [[UInt8]] =
        [
            "9223372036854775807", "-9223372036854775808", "18446744073709551616", "1e308", "-1e400", "nan", "inf",
            "0x1p9",
            "00000000000000000001", "-0", "0000-01-01T00:00:00Z", "9999-12-31T23:59:60Z", "99999-01-01T00:00:00Z",
            "2026-02-30T00:00:00Z", "2026-01-05T08:30:00+99:99", "2026-01-05 08:30:00 -18:59",
            "31/Dec/9999:23:59:60 -1859",
            "Feb 29 23:59:60 ", "253402300800000", "1e18", "\u{0}", "\n", "\r\n", "\t", "\\", "\"", "\"\"", "'", "%",
            "%00",
            "$", "$1", "$a$", "{", "}", "[", "]", "[[[[", "{\"a\":", ",", ":", " ", "-", "#", "&a ", "*a", "|", ">",
            "~",
            "null", "true", "\u{FEFF}", "é", "\u{1F600}", "e\u{301}", "\\u0000", "\\ud800", "\\x00", "\\xff", "AUDIT: ",
            "LOG:  ", "DETAIL:  ", "[7-1] ", "[7-2] ", "#011", "<13>1 ", "<191>", "999999999 ", "/*", "--", "1 of ",
            "not ",
            "|re", "|expand", "|base64offset", "|windash|contains", "|cidr", "|all", "correlation:\n", "---\n", "    ",
            "(a|b)*", "{1000}", "1 of them", "count() > ", "condition: ", "  - ",
        ].map { Array($0.utf8) } + [
            [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
        ]

    /// The next input.
    mutating func next() -> [UInt8] {
        var bytes = corpus[below(corpus.count)]
        for _ in 0..<below(5) { bytes += [0x0A] + corpus[below(corpus.count)] }
        for _ in 0...below(6) { mutate(&bytes) }
        return bytes
    }

    private mutating func below(_ count: Int) -> Int { count > 0 ? Int(random.next() % UInt64(count)) : 0 }

    private mutating func range(in bytes: [UInt8], longest: Int) -> Range<Int> {
        let start = below(bytes.count + 1)
        return start..<min(bytes.count, start + below(longest))
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        let place = below(bytes.count + 1)
        switch below(12) {
        case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(below(8))
        case 1 where place < bytes.count: bytes[place] = UInt8(truncatingIfNeeded: random.next())
        case 2: bytes.removeSubrange(range(in: bytes, longest: 60))
        case 3: bytes.insert(contentsOf: bytes[range(in: bytes, longest: 200)], at: place)
        case 4: splice(&bytes, at: place)
        case 5: bytes.removeSubrange(place...)
        case 6: repeatPart(&bytes, at: place)
        case 7: replaceNumber(&bytes)
        default: bytes.insert(contentsOf: Mutator.pieces[below(Mutator.pieces.count)], at: place)
        }
    }

    /// The begin of one input and the end of another.
    private mutating func splice(_ bytes: inout [UInt8], at place: Int) {
        let other = corpus[below(corpus.count)]
        bytes.replaceSubrange(place..., with: other[below(other.count + 1)...])
    }

    /// A piece many times over: nesting, long lists and long lines.
    private mutating func repeatPart(_ bytes: inout [UInt8], at place: Int) {
        let own = Array(bytes[range(in: bytes, longest: 30)])
        let part = below(2) == 0 ? Mutator.pieces[below(Mutator.pieces.count)] : own
        let count = [4, 40, 300, below(40) == 0 ? 20_000 : 70][below(4)]
        bytes.insert(contentsOf: (0..<count).flatMap { _ in part }, at: place)
    }

    private mutating func replaceNumber(_ bytes: inout [UInt8]) {
        let digits = bytes.indices.filter { bytes[$0] &- 0x30 < 10 }
        guard !digits.isEmpty else { return }
        let start = digits[below(digits.count)]
        let end = bytes[start...].firstIndex { $0 &- 0x30 >= 10 } ?? bytes.count
        bytes.replaceSubrange(start..<end, with: Mutator.pieces[below(12)])
    }
}
