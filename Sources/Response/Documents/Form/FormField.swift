/// One field of the authority's form, filled in or not.
public struct FormField: Hashable, Sendable {
    /// One value of a list, and whether it is ticked.
    public struct Choice: Hashable, Sendable {
        /// The value's code.
        public let key: String
        /// The value in words.
        public let text: String
        /// Whether it is ticked.
        public let isTicked: Bool
    }

    /// What stands in a field.
    public enum Content: Hashable, Sendable {
        /// Text to copy, a paragraph each.
        case text([String])
        /// The whole list, with what is ticked.
        case choices([Choice])
        /// A number, with the reasons when it is not exact.
        case number(Bounds)
        /// Nothing was given, and the form does not demand it.
        case notGiven
        /// Nothing was given, and the form demands it: somebody must fill it in.
        case missing
    }

    /// The field's key in the JSON.
    public let key: String
    /// The field's label.
    public let label: String
    /// What stands in it.
    public let content: Content

    /// A field with a text; when it is nil or empty, one that is missing if the form demands it.
    static func text(_ key: String, _ label: String, _ text: String?, demanded: Bool = false) -> FormField {
        lines(key, label, text.map { [$0] } ?? [], demanded: demanded)
    }

    /// A field with paragraphs.
    static func lines(_ key: String, _ label: String, _ lines: [String], demanded: Bool = false) -> FormField {
        let filled = lines.filter { !$0.isEmpty }
        guard filled.isEmpty else { return FormField(key: key, label: label, content: .text(filled)) }
        return FormField(key: key, label: label, content: demanded ? .missing : .notGiven)
    }

    /// A field with a whole list, of which some are ticked; with none, one that is missing.
    static func choices<Value: FormValue>(
        _ key: String, _ label: String, _ ticked: [Value], in language: DocumentLanguage
    ) -> FormField {
        guard !ticked.isEmpty else { return FormField(key: key, label: label, content: .missing) }
        let choices = Value.allCases.map { value in
            Choice(key: value.rawValue, text: value.text(in: language), isTicked: ticked.contains(value))
        }
        return FormField(key: key, label: label, content: .choices(choices))
    }
}
