import Glibc

/// The literals of all fields, side by side in memory: asking them counts no references.
struct LiteralTable: Sendable {
    private struct Literal: BitwiseCopyable {
        let start: Int32
        let count: Int32
        let atStart: Bool
        let atEnd: Bool
        let postings: (start: Int32, end: Int32)
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
                atEnd: literal.place.atEnd, postings: (Int32(start), Int32(postings.count))))
        bytes += literal.bytes
        return Int32(literals.count - 1)
    }

    /// How many there are.
    var count: Int { literals.count }

    /// The places of a literal's postings.
    @inline(__always)
    func places(_ number: Int32) -> Range<Int> {
        let (start, end) = literals[Int(number)].postings
        return Int(start)..<Int(end)
    }

    /// Whether a literal stands in a value so that its first byte is at `start`, in a place that it may have.
    @inline(__always)
    func stands(_ number: Int32, in value: Span<UInt8>, at start: Int) -> Bool {
        let literal = literals[Int(number)]
        let (first, count) = (Int(literal.start), Int(literal.count))
        guard start >= 0, count <= value.count - start, !literal.atStart || start == 0,
            !literal.atEnd || start + count == value.count
        else { return false }
        return unsafe bytes.span.extracting(first..<first + count).withUnsafeBytes { own in
            unsafe value.extracting(start..<start + count).withUnsafeBytes { other in
                guard let own = own.baseAddress, let other = other.baseAddress else { return count == 0 }
                return unsafe memcmp(own, other, count) == 0
            }
        }
    }
}
