extension Timestamp {
    /// The moment as a FHIR instant in UTC, `2026-01-05T08:30:00.000Z` (R4, datatypes, instant).
    public var instant: String {
        let rest = milliseconds % 86_400_000
        let inDay = rest < 0 ? rest + 86_400_000 : rest
        var text = CivilDate(days: Int(day)).description
        text.append("T")
        text.append(inDay / 3_600_000, padded: 2)
        text.append(":")
        text.append(inDay / 60_000 % 60, padded: 2)
        text.append(":")
        text.append(inDay / 1_000 % 60, padded: 2)
        text.append(".")
        text.append(inDay % 1_000, padded: 3)
        text.append("Z")
        return text
    }
}
