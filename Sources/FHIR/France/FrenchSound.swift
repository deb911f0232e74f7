import Vocabulary

/// How a name sounds in French, as a key: names with the same key sound alike (Dupont, Dupond; Lefèvre, Lefebvre; Henry, Henri).
///
/// The key is of our own making, in the way of Soundex and Phonex. In order: letters only, lower case, without accents; `ch` and `ph`
/// are one sound; `h` is silent; `eau`, `au`, `ault` are `o`; `c q` are `k` or `s`, `z x` are `s`, `j` is `g`, `w` is `v`, `y` is
/// `i`, `bv` is `v`; nasal vowels are `1` (in, ain, un), `2` (an, en) and `3` (on); `ou` is `u`, `ai ei eu oe` are `e`; a double
/// letter counts once; a last `e` is silent, and last `t d s p` without one. It compares; it finds nobody by itself.
public enum FrenchSound {
    /// The key; nil for a text without letters.
    public static func key(of name: String) -> String? {
        guard let folded = SearchTerm(.family, name).folded else { return nil }
        var text = String(decoding: folded, as: UTF8.self)
        for (letters, sound) in consonants { text = text.replacing(letters, with: sound) }
        var sounds = withNasals(Array(text.utf8))
        text = String(decoding: sounds, as: UTF8.self)
        for (letters, sound) in vowels { text = text.replacing(letters, with: sound) }
        sounds = withoutSilentEnd(withoutDoubles(Array(text.utf8)))
        return String(decoding: sounds, as: UTF8.self)
    }

    /// Whether two names sound alike.
    public static func areAlike(_ a: String, _ b: String) -> Bool { key(of: a).map { $0 == key(of: b) } ?? false }

    /// Each is carried out everywhere before the next.
    private static let consonants: [(String, String)] = [
        ("chr", "kr"), ("sch", "5"), ("sh", "5"), ("ch", "5"), ("ph", "f"), ("h", ""), ("ault", "o"), ("auld", "o"),
        ("aulx", "o"), ("eau", "o"), ("au", "o"), ("gue", "ge"), ("gui", "gi"), ("guy", "gi"), ("y", "i"), ("w", "v"),
        ("z", "s"), ("x", "s"), ("qu", "k"), ("q", "k"), ("ce", "se"), ("ci", "si"), ("c", "k"), ("j", "g"),
        ("bv", "v"),
    ]
    private static let vowels = [("ou", "u"), ("ai", "e"), ("ei", "e"), ("eu", "e"), ("oe", "e")]

    private static func isVowel(_ unit: UInt8) -> Bool { "aeiou".utf8.contains(unit) }

    private static func isNasal(_ unit: UInt8) -> Bool { unit == UInt8(ascii: "n") || unit == UInt8(ascii: "m") }

    /// A vowel before `n` or `m` is nasal, unless a vowel or another `n` or `m` follows.
    private static func withNasals(_ units: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        for (place, unit) in units.enumerated() {
            let next = place + 1 < units.count ? units[place + 1] : 0
            guard isNasal(unit), !isVowel(next), !isNasal(next), let vowel = out.last, isVowel(vowel) else {
                out.append(unit)
                continue
            }
            out.removeLast()
            switch vowel {
            case UInt8(ascii: "i"):
                if let before = out.last, "ae".utf8.contains(before) { out.removeLast() }
                out.append(UInt8(ascii: "1"))
            case UInt8(ascii: "u"): out.append(UInt8(ascii: "1"))
            case UInt8(ascii: "o"): out.append(UInt8(ascii: "3"))
            default: out.append(UInt8(ascii: "2"))
            }
        }
        return out
    }

    private static func withoutDoubles(_ units: [UInt8]) -> [UInt8] {
        units.reduce(into: []) { out, unit in if out.last != unit { out.append(unit) } }
    }

    private static func withoutSilentEnd(_ units: [UInt8]) -> [UInt8] {
        var units = units
        if units.count > 2, units.last == UInt8(ascii: "s") { units.removeLast() }
        if units.count > 2, units.last == UInt8(ascii: "e") { return Array(units.dropLast()) }
        while units.count > 2, let last = units.last, "tdsp".utf8.contains(last) { units.removeLast() }
        return units
    }
}
