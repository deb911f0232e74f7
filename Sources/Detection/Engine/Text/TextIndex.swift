/// Finds which patterns the values of one field are like: whole values, beginnings and ends by hash, contained literals
/// in one scan.
///
/// All bytes are folded. A pattern that a hash or literal cannot decide alone is tried in full where its longest
/// literal was found.
struct TextIndex {
    /// Who wants to know.
    struct Posting {
        let atom: Int32
        /// The pattern to try in full; -1 when what was found decides.
        let pattern: Int32
    }

    private var whole = HashedLiterals()
    private var beginnings = HashedLiterals()
    private var ends = HashedLiterals()
    private var contained: [[UInt8]: [Posting]] = [:]
    private var scanner: LiteralScanner?
    private var scanned: [[Posting]] = []
    private var short = ShortLiterals()

    /// Whether there is anything to look for.
    private(set) var isEmpty = true

    /// Adds a pattern for an atom; false if it has no literal, so that it has to be tried on each value.
    mutating func add(_ pieces: [TextPattern.Piece], atom: Int, pattern: Int, needsTrial: Bool) -> Bool {
        let decided = Posting(atom: Int32(atom), pattern: needsTrial ? Int32(pattern) : -1)
        switch pieces.count {
        case 0: whole.add([], decided)
        case 1:
            guard case .literal(let bytes) = pieces[0] else { return false }
            whole.add(bytes, decided)
        case 2:
            if case .literal(let bytes) = pieces[0], pieces[1] == .any {
                beginnings.add(bytes, decided)
            } else if pieces[0] == .any, case .literal(let bytes) = pieces[1] {
                ends.add(bytes.reversed(), decided)
            } else {
                return addLongest(pieces, atom, pattern)
            }
        case 3:
            guard pieces[0] == .any, case .literal(let bytes) = pieces[1], pieces[2] == .any else {
                return addLongest(pieces, atom, pattern)
            }
            contained[bytes, default: []].append(decided)
        default: return addLongest(pieces, atom, pattern)
        }
        isEmpty = false
        return true
    }

    private mutating func addLongest(_ pieces: [TextPattern.Piece], _ atom: Int, _ pattern: Int) -> Bool {
        let literals = pieces.compactMap { if case .literal(let bytes) = $0 { bytes } else { nil } }
        guard let longest = literals.max(by: { $0.count < $1.count }) else { return false }
        contained[longest, default: []].append(Posting(atom: Int32(atom), pattern: Int32(pattern)))
        isEmpty = false
        return true
    }

    /// Literals shorter than this slow the scanner down more than a table of pairs costs.
    private static let shortest = 4

    /// Makes it ready once all patterns are added. Throws nothing: what the scanner refuses is looked for one by one.
    mutating func seal() {
        let long = contained.filter { $0.key.count >= TextIndex.shortest }.sorted {
            $0.key.lexicographicallyPrecedes($1.key)
        }
        scanner = long.isEmpty ? nil : LiteralScanner(long.map(\.key))
        scanned = long.map(\.value)
        for (bytes, postings) in contained where bytes.count < TextIndex.shortest || scanner == nil {
            short.add(bytes, postings)
        }
        contained = [:]
    }

    /// Calls with every posting that the value has; a posting may come more than once.
    @inline(__always)
    func find(_ value: Span<UInt8>, _ body: (Posting) -> Void) {
        whole.whole(value, body)
        beginnings.beginnings(of: value, body)
        ends.ends(of: value, body)
        if let scanner {
            scanner.scan(value)
            for literal in scanner.found { for posting in scanned[Int(literal)] { body(posting) } }
        }
        short.find(value, body)
    }
}
