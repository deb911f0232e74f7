/// The literals of all fields, side by side in memory: asking them counts no references.
struct LiteralTable: Sendable {
    /// The postings of one literal, from a place to before another.
    struct Run: BitwiseCopyable, Sendable {
        let start: Int32
        let end: Int32
    }

    private struct Literal: BitwiseCopyable {
        let start: Int32
        let count: Int32
        let atStart: Bool
        let atEnd: Bool
        let run: Run
    }

    private var literals: [Literal] = []
    private var bytes: [UInt8] = []
    private(set) var postings: [TextIndex.Posting] = []

    /// Adds a literal; its number.
    mutating func add(_ literal: IndexedLiteral) -> Int32 {
        let start = postings.count
        postings += literal.postings
        literals.append(
            Literal(
                start: Int32(bytes.count), count: Int32(literal.bytes.count), atStart: literal.place.atStart,
                atEnd: literal.place.atEnd, run: Run(start: Int32(start), end: Int32(postings.count))))
        bytes += literal.bytes
        return Int32(literals.count - 1)
    }

    /// Who wants to know of a literal.
    @inline(__always)
    func run(_ number: Int32) -> Run { literals[Int(number)].run }

    /// Whether a literal stands in a value so that its first byte is at `start`, in a place that it may have.
    @inline(__always)
    func stands(_ number: Int32, in value: Span<UInt8>, at start: Int) -> Bool {
        let literal = literals[Int(number)]
        let (first, count) = (Int(literal.start), Int(literal.count))
        guard start >= 0, count <= value.count - start, !literal.atStart || start == 0,
            !literal.atEnd || start + count == value.count
        else { return false }
        for index in 0..<count where bytes[first + index] != value[start + index] { return false }
        return true
    }
}
