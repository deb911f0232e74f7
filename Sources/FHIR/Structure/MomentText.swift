/// Which texts are dates and moments (R4, datatypes).
public enum MomentText {
    /// Whether it is a date, possibly partial, or a moment with its zone: a `dateTime`.
    public static func isDateTime(_ text: String) -> Bool { DateForm(text.utf8.span).isDateTime }

    /// Whether it is an `instant`.
    public static func isInstant(_ text: String) -> Bool { DateForm(text.utf8.span).isInstant }
}
