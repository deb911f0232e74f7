/// Finds which patterns the values of one field are like, by the literals that they hold, wherever these must stand.
///
/// All bytes are folded. A pattern that a literal cannot decide alone is tried in full where its longest literal was found.
final class TextIndex: Sendable {
    /// Who wants to know.
    struct Posting: Sendable {
        let atom: Int32
        /// The pattern to try in full; -1 when what was found decides.
        let pattern: Int32
    }

    /// From so many bytes on a literal is found by four of them.
    private static let long = 4

    private let short: ShortLiterals?
    private let scanner: GramScanner?
    /// Whether there is nothing to look for.
    let isEmpty: Bool

    /// Makes an index of what was gathered.
    init(_ draft: TextIndexDraft) {
        let literals = draft.literals
        let (short, long) = (
            literals.filter { $0.bytes.count < TextIndex.long }, literals.filter { $0.bytes.count >= TextIndex.long }
        )
        self.short = short.isEmpty ? nil : ShortLiterals(short)
        scanner = long.isEmpty ? nil : GramScanner(long)
        isEmpty = literals.isEmpty
    }

    /// Appends every posting that the value has; one may come more than once.
    func find(_ value: Span<UInt8>, into found: inout [Posting]) {
        scanner?.find(value, into: &found)
        short?.find(value, into: &found)
    }
}
