/// How a name sounds in French, as a key: names with the same key sound alike (Dupont, Dupond; Lefèvre, Lefebvre; Henry, Henri).
///
/// The key is of our own making, in the way of Soundex and Phonex. In order: letters only, lower case, without accents; `ch` and `ph`
/// are one sound; `h` is silent; `eau`, `au`, `ault` are `o`; `c q` are `k` or `s` (also in François, however written), `z x` are `s`, `j` is `g`, `w` is `v`, `y` is
/// `i`, `bv` is `v`; nasal vowels are `1` (in, ain, un), `2` (an, en) and `3` (on); `ou` is `u`, `ai ei eu oe` are `e`; a double
/// letter counts once; a last `e` is silent, and last `t d s p` without one. Index tokens are computed of it (docs/formats/broker.md),
/// so another key for a name loses whoever was written before.
public enum FrenchSound {
    /// The key; nil for a text without letters, or too long to be a name.
    public static func key(of name: String) -> String? {
        guard var units = SearchTerm(.family, name).folded else { return nil }
        for change in consonants { change.carryOut(in: &units) }
        makeNasals(in: &units)
        for change in vowels { change.carryOut(in: &units) }
        removeDoubles(in: &units)
        removeSilentEnd(of: &units)
        return String(decoding: units, as: UTF8.self)
    }

    /// Whether two names sound alike.
    public static func areAlike(_ a: String, _ b: String) -> Bool { key(of: a).map { $0 == key(of: b) } ?? false }

    /// The words of a name, as each is found by its sound.
    public static func words(of name: String) -> [Substring] { name.split { !$0.isLetter } }

    /// Letters and what they become, never longer than they are.
    private struct Change {
        let letters: [UInt8]
        let sound: [UInt8]

        init(_ letters: String, _ sound: String) {
            (self.letters, self.sound) = (Array(letters.utf8), Array(sound.utf8))
        }

        /// Everywhere, from left to right, in place.
        func carryOut(in units: inout [UInt8]) {
            guard var read = units.firstIndex(of: letters[0]) else { return }
            var written = read
            while read < units.count {
                if units[read] == letters[0], units[read...].starts(with: letters) {
                    for unit in sound {
                        units[written] = unit
                        written += 1
                    }
                    read += letters.count
                } else {
                    units[written] = units[read]
                    (read, written) = (read + 1, written + 1)
                }
            }
            units.removeLast(units.count - written)
        }
    }

    /// Each is carried out everywhere before the next.
    private static let consonants = [
        Change("chr", "kr"), Change("sch", "5"), Change("sh", "5"), Change("ch", "5"), Change("ph", "f"),
        Change("h", ""), Change("ault", "o"), Change("auld", "o"), Change("aulx", "o"), Change("eau", "o"),
        Change("au", "o"), Change("gue", "ge"), Change("gui", "gi"), Change("guy", "gi"), Change("y", "i"),
        Change("w", "v"), Change("z", "s"), Change("x", "s"), Change("qu", "k"), Change("q", "k"), Change("ce", "se"),
        Change("ci", "si"), Change("ncoi", "nsoi"), Change("c", "k"), Change("j", "g"), Change("bv", "v"),
    ]
    private static let vowels = [
        Change("ou", "u"), Change("ai", "e"), Change("ei", "e"), Change("eu", "e"), Change("oe", "e"),
    ]

    private static func isVowel(_ unit: UInt8) -> Bool {
        switch unit {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }

    private static func isNasal(_ unit: UInt8) -> Bool { unit == UInt8(ascii: "n") || unit == UInt8(ascii: "m") }

    /// A vowel before `n` or `m` is nasal, unless a vowel or another `n` or `m` follows.
    private static func makeNasals(in units: inout [UInt8]) {
        var written = 0
        for place in units.indices {
            let unit = units[place]
            let next = place + 1 < units.count ? units[place + 1] : 0
            guard isNasal(unit), !isVowel(next), !isNasal(next), written > 0, isVowel(units[written - 1]) else {
                units[written] = unit
                written += 1
                continue
            }
            let vowel = units[written - 1]
            if vowel == UInt8(ascii: "i"), written > 1, isOpen(units[written - 2]) { written -= 1 }
            units[written - 1] = nasal(vowel)
        }
        units.removeLast(units.count - written)
    }

    /// `ain` and `ein` sound as `in` does.
    private static func isOpen(_ unit: UInt8) -> Bool { unit == UInt8(ascii: "a") || unit == UInt8(ascii: "e") }

    private static func nasal(_ vowel: UInt8) -> UInt8 {
        switch vowel {
        case UInt8(ascii: "i"), UInt8(ascii: "u"): UInt8(ascii: "1")
        case UInt8(ascii: "o"): UInt8(ascii: "3")
        default: UInt8(ascii: "2")
        }
    }

    private static func removeDoubles(in units: inout [UInt8]) {
        var written = 0
        for unit in units where written == 0 || units[written - 1] != unit {
            units[written] = unit
            written += 1
        }
        units.removeLast(units.count - written)
    }

    private static func removeSilentEnd(of units: inout [UInt8]) {
        if units.count > 2, units.last == UInt8(ascii: "s") { units.removeLast() }
        if units.count > 2, units.last == UInt8(ascii: "e") {
            units.removeLast()
            return
        }
        while units.count > 2, let last = units.last, isSilent(last) { units.removeLast() }
    }

    private static func isSilent(_ unit: UInt8) -> Bool {
        switch unit {
        case UInt8(ascii: "t"), UInt8(ascii: "d"), UInt8(ascii: "s"), UInt8(ascii: "p"): true
        default: false
        }
    }
}
