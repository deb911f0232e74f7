/// The language of a document.
public enum DocumentLanguage: String, Hashable, Sendable, CaseIterable {
    /// French: dates in Paris time, numbers with narrow no-break spaces.
    case french = "fr"
    /// English: dates in Paris time too, numbers with commas.
    case english = "en"

    /// The text of this language.
    public func either(_ french: String, _ english: String) -> String { self == .french ? french : english }
}
