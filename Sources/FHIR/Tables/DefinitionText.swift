/// What HL7 publishes about R4 (4.0.1) as compact text, written by `scripts/generate-fhir-tables` and read once.
enum DefinitionText {
    /// The words of a text, a word that ends with a comma continued by the next.
    static func words(_ text: String) -> [Substring] {
        var words = [Substring]()
        var open = ""
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            if word.last == "," {
                open += word
            } else if open.isEmpty {
                words.append(word)
            } else {
                words.append(Substring(open + word))
                open = ""
            }
        }
        return words
    }
}
