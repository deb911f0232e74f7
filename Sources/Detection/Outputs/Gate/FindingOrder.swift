/// One order of findings: the gravest first.
enum FindingOrder {
    /// By level, then measure, then the earlier, then the id.
    static func isGraver(_ a: Finding, than b: Finding) -> Bool {
        if a.level != b.level { return a.level > b.level }
        let (one, other) = (a.measure ?? 0, b.measure ?? 0)
        if one != other { return one > other }
        return (a.first, a.id) < (b.first, b.id)
    }
}
