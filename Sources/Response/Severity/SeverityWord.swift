/// The four words of ENISA's severity (2013). The raw value is what documents say.
public enum SeverityWord: String, Hashable, Sendable, Comparable, CaseIterable {
    /// Below 2.
    case low
    /// From 2, below 3.
    case medium
    /// From 3, below 4.
    case high
    /// From 4.
    case veryHigh = "very-high"

    /// The word of a score in quarters.
    public init(quarters: Int) {
        self =
            switch quarters {
            case ..<8: .low
            case ..<12: .medium
            case ..<16: .high
            default: .veryHigh
            }
    }

    /// Orders from low to very high.
    public static func < (a: SeverityWord, b: SeverityWord) -> Bool { a.place < b.place }

    private var place: Int {
        switch self {
        case .low: 0
        case .medium: 1
        case .high: 2
        case .veryHigh: 3
        }
    }
}
