/// A literal that an index looks for: where it must stand, and who wants to know.
struct IndexedLiteral: Sendable {
    /// Where in a value.
    struct Place: Hashable, Sendable {
        let atStart: Bool
        let atEnd: Bool
    }

    let bytes: [UInt8]
    let place: Place
    let postings: [TextIndex.Posting]
}
