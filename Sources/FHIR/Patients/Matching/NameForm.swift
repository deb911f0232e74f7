import Vocabulary

/// A name, folded for comparing, with how it sounds: made once, compared often.
struct NameForm: Sendable, Hashable {
    /// Letters only, lower case, without accents.
    let text: String
    /// ``FrenchSound``.
    let sound: String

    /// Nil for a text without letters, or too long to be a name.
    init?(_ name: String) {
        guard let folded = SearchTerm(.family, name).folded else { return nil }
        text = String(decoding: folded, as: UTF8.self)
        sound = FrenchSound.key(of: text) ?? text
    }
}
