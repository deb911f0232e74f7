/// A value of one of the lists that the authority's form offers. The raw value is what the JSON says.
///
/// Source of the lists: Madis, an open register of processing used by French public bodies. That they match today's
/// form exactly is not verified; the sheet says so.
public protocol FormValue: CaseIterable, RawRepresentable, Hashable, Sendable where RawValue == String {
    /// The value in words.
    func text(in language: DocumentLanguage) -> String
}
