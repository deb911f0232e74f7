/// How far confidentiality, integrity or availability was lost: a part of CB of ENISA's severity (2013). The raw value
/// counts quarters.
public enum LossDegree: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// 0: not, or without any sign of consequence.
    case none = 0
    /// 0.25: to known recipients; recoverable; for a time.
    case partial = 1
    /// 0.5: to unknown recipients; for good; wholly.
    case full = 2

    /// Orders by degree.
    public static func < (a: LossDegree, b: LossDegree) -> Bool { a.rawValue < b.rawValue }
}
