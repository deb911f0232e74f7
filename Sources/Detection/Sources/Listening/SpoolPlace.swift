/// A place in a spool: a file's number, and how many of its bytes lie before.
public struct SpoolPlace: Comparable, Hashable, Sendable {
    let number: UInt64
    let offset: Int64

    /// Earlier files come first.
    public static func < (left: SpoolPlace, right: SpoolPlace) -> Bool {
        (left.number, left.offset) < (right.number, right.offset)
    }
}
