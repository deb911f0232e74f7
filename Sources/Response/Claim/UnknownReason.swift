/// Why nothing is known of a person of a sample: never "not ours". The raw value is what reports say.
public enum UnknownReason: String, Error, Hashable, Sendable, CaseIterable, Comparable {
    /// The rows have nothing by which somebody can be found.
    case noSearch = "nothing-to-search-by"
    /// Not among those that were drawn.
    case notDrawn = "not-drawn"
    /// The asker's limit was reached before.
    case limit = "stopped-by-the-limit"
    /// So many match that nobody is shown.
    case tooMany = "too-many-match"
    /// Several people match, and the row does not say which it is.
    case several = "several-match"
    /// Somebody matches whose given name or birth date is another.
    case differs = "names-differ"
    /// The asker may not be shown who matches, or what the ledger holds.
    case notShown = "not-shown-to-the-asker"
    /// The search was refused as it stands.
    case refused = "search-refused"

    /// Orders by the words.
    public static func < (a: UnknownReason, b: UnknownReason) -> Bool { a.rawValue < b.rawValue }
}
