extension OutputText {
    /// A length of time in its largest fitting unit: `40 minutes`, `1 day`, `90 seconds`.
    static func span(milliseconds: Int64) -> String {
        let seconds = max(0, milliseconds / 1000)
        for (unit, length) in [("day", Int64(86_400)), ("hour", 3_600), ("minute", 60)]
        where seconds >= length && (seconds.isMultiple(of: length) || seconds >= 3 * length) {
            return counted(UInt64(seconds / length), unit)
        }
        return counted(UInt64(seconds), "second")
    }

    /// A number and its noun: `1 day`, `12 findings`.
    static func counted(_ count: UInt64, _ noun: String) -> String {
        "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
    }

    /// A measure and its unit: `62 practices`, `2.1 GB`, `62` where the unit is unknown.
    static func measure(_ value: Double, unit: String?) -> String {
        if unit == Taxonomy.bytes { return size(value) }
        let whole = UInt64(exactly: value.rounded()).map(grouped)
        let text = (value == value.rounded() ? whole : nil) ?? number(value) ?? "?"
        return unit.map { "\(text) \($0)" } ?? text
    }
}
