/// How easily the data leads to a person: EI of ENISA's severity (2013). The raw value counts quarters.
public enum Identifiability: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// 0.25: very hard, though not impossible.
    case negligible = 1
    /// 0.5: with other data that few have.
    case limited = 2
    /// 0.75: with some effort.
    case significant = 3
    /// 1: from the data itself.
    case maximum = 4

    /// Orders by score.
    public static func < (a: Identifiability, b: Identifiability) -> Bool { a.rawValue < b.rawValue }
}
