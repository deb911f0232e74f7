/// Finds which patterns the values of fields are like, by the literals that they hold, wherever these must stand.
///
/// All bytes are folded. A pattern that a literal cannot decide alone is tried in full where its longest literal was found.
struct TextIndex: Sendable {
    /// Who wants to know.
    struct Posting: BitwiseCopyable, Sendable {
        let atom: Int32
        /// The pattern to try in full; -1 when what was found decides.
        let pattern: Int32
    }

    private struct Field: BitwiseCopyable {
        var long: GramScanner.Section?
        var short: ShortLiterals.Section?
    }

    /// From so many bytes on a literal is found by four of them.
    private static let long = 4

    private var fields: [Field] = []
    private(set) var literals = LiteralTable()
    private var short = ShortLiterals()
    private var scanner = GramScanner()

    /// Makes an index of what was gathered, field by field.
    init(_ drafts: [TextIndexDraft] = []) { for draft in drafts { add(draft) } }

    private mutating func add(_ draft: TextIndexDraft) {
        let numbered = draft.literals.map { (number: literals.add($0), literal: $0) }
        let long = numbered.filter { $0.literal.bytes.count >= TextIndex.long }
        let brief = numbered.filter { $0.literal.bytes.count < TextIndex.long }
        fields.append(
            Field(
                long: long.isEmpty ? nil : scanner.add(long.map { ($0.number, $0.literal.bytes) }),
                short: brief.isEmpty ? nil : short.add(brief)))
    }

    /// Adds every literal that stands in a field's value, each once.
    @inline(__always)
    func find(_ field: Int, _ value: Span<UInt8>, into found: inout FoundLiterals) {
        found.begin()
        if let section = fields[field].long { scanner.find(value, section, literals, into: &found) }
        if let section = fields[field].short { short.find(value, section, into: &found) }
    }

    /// The places of a literal's postings.
    @inline(__always)
    func places(_ literal: Int32) -> Range<Int> { literals.places(literal) }

    /// A posting by its place.
    @inline(__always)
    func posting(_ place: Int) -> Posting { literals.postings[place] }
}
