/// A rule's title as a line of a document.
enum ShownTitle {
    /// Without control characters, at most 200 bytes of whole characters.
    static func text(_ title: String) -> String {
        var out = ""
        for character in title
        where !character.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            guard out.utf8.count + character.utf8.count <= 200 else { return out + "…" }
            out.append(character)
        }
        return out
    }
}
