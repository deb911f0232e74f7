/// What a task is for, in the order in which one begins.
public enum IncidentPhase: String, Hashable, Sendable, CaseIterable, Comparable {
    /// Stop it.
    case contain
    /// Keep the evidence.
    case preserve
    /// Find out whom it concerns and how gravely.
    case assess
    /// Tell practices and authority.
    case notify
    /// Tell the people concerned.
    case communicate
    /// Write it down and change what allowed it.
    case learn

    /// Orders as they stand above.
    public static func < (a: IncidentPhase, b: IncidentPhase) -> Bool { a.place < b.place }

    private var place: Int { IncidentPhase.allCases.firstIndex(of: self) ?? 0 }
}
