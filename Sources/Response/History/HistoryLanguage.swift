/// A language that patients are answered in. The raw value is what commands and pages say (BCP 47).
public enum HistoryLanguage: String, Sendable, CaseIterable {
    /// French.
    case french = "fr"
    /// English.
    case english = "en"
}
