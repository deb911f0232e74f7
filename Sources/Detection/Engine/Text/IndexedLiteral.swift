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

    /// Whether it stands in a value so that its first byte is at `start`, in a place that it may have.
    @inline(__always)
    func stands(in value: Span<UInt8>, at start: Int) -> Bool {
        guard start >= 0, bytes.count <= value.count - start, !place.atStart || start == 0,
            !place.atEnd || start + bytes.count == value.count
        else { return false }
        for index in bytes.indices where bytes[index] != value[start + index] { return false }
        return true
    }
}
