/// A code with its French name.
struct ClinicalTerm: Sendable {
    /// The code in its system.
    let code: String
    /// The name as shown.
    let display: String

    /// Reads `code;name` or `code;name;more`; nil without both.
    init?(_ text: String) {
        let parts = text.split(separator: ";")
        guard parts.count >= 2 else { return nil }
        (code, display) = (String(parts[0]), String(parts[1]))
    }

    /// Reads a list.
    static func list(_ text: String) -> [ClinicalTerm] { WordList(text).words.compactMap { ClinicalTerm($0) } }
}
