/// The patterns of one field, gathered for its ``TextIndex``.
struct TextIndexDraft {
    private var postings: [Literal: [TextIndex.Posting]] = [:]

    private struct Literal: Hashable {
        let bytes: [UInt8]
        let place: IndexedLiteral.Place
    }

    /// Adds a pattern for an atom; false if it has no literal, so that it has to be tried on each value.
    mutating func add(_ pieces: [TextPattern.Piece], atom: Int, pattern: Int, needsTrial: Bool) -> Bool {
        let literals = pieces.compactMap { if case .literal(let bytes) = $0 { bytes } else { nil } }
        let isDecided = !pieces.contains(.one) && literals.count <= 1
        guard let longest = literals.max(by: { $0.count < $1.count }) ?? (pieces.isEmpty ? [] : nil) else {
            return false
        }
        let place = IndexedLiteral.Place(
            atStart: isDecided && pieces.first != .any, atEnd: isDecided && pieces.last != .any)
        let posting = TextIndex.Posting(atom: Int32(atom), pattern: isDecided && !needsTrial ? -1 : Int32(pattern))
        postings[Literal(bytes: longest, place: place), default: []].append(posting)
        return true
    }

    /// What was gathered, in an order that does not depend on chance.
    var literals: [IndexedLiteral] {
        postings.map { IndexedLiteral(bytes: $0.bytes, place: $0.place, postings: $1) }.sorted {
            $0.bytes == $1.bytes
                ? ($0.place.atStart ? 1 : 0, $0.place.atEnd ? 1 : 0) < (
                    $1.place.atStart ? 1 : 0, $1.place.atEnd ? 1 : 0
                )
                : $0.bytes.lexicographicallyPrecedes($1.bytes)
        }
    }
}
