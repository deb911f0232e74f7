/// Finds e-mail addresses and what may be a NIR in bytes of UTF-8, in one walk, without a pattern engine.
enum PersonalText {
    /// What was found.
    struct Match {
        /// `mail` or `nir`.
        let kind: String
        let range: Range<Int>
        /// The same for two ways to write one value: lower case, without separators.
        let canonical: [UInt8]
    }

    /// Every `local@domain.tld`, the `@` also written `%40`.
    static func addresses(_ bytes: [UInt8]) -> [Match] {
        var (out, floor, place) = ([Match](), 0, 0)
        while place < bytes.count {
            let width = bytes[place] == UInt8(ascii: "@") ? 1 : isEncodedAt(bytes, place) ? 3 : 0
            guard width > 0 else {
                place += 1
                continue
            }
            var begin = place
            while begin > floor, isLocal(bytes[begin - 1]) { begin -= 1 }
            var end = place + width
            while end < bytes.count, isDomain(bytes[end]) { end += 1 }
            while end > place + width, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
            if begin < place, hasTopDomain(bytes[place + width..<end]) {
                let canonical = bytes[begin..<place] + [UInt8(ascii: "@")] + bytes[place + width..<end]
                out.append(Match(kind: "mail", range: begin..<end, canonical: canonical.map(lower)))
                floor = end
            }
            place = max(end, place + width)
        }
        return out
    }

    private static func isEncodedAt(_ bytes: [UInt8], _ place: Int) -> Bool { bytes[place...].starts(with: "%40".utf8) }

    private static func isLocal(_ unit: UInt8) -> Bool {
        isLetter(unit) || isDigit(unit) || unit >= 0x80 || ".!#$&'*+-/=?^_`{|}~%".utf8.contains(unit) && unit != 47
    }

    private static func isDomain(_ unit: UInt8) -> Bool {
        isLetter(unit) || isDigit(unit) || unit >= 0x80 || unit == UInt8(ascii: ".") || unit == UInt8(ascii: "-")
    }

    /// A dot, and behind the last one two characters or more that are no digits: `postgres@10.0.0.1` is no address of a
    /// person.
    private static func hasTopDomain(_ domain: ArraySlice<UInt8>) -> Bool {
        guard let dot = domain.lastIndex(of: UInt8(ascii: ".")), dot > domain.startIndex else { return false }
        let top = domain[(dot + 1)...]
        return top.count >= 2 && top.contains { !isDigit($0) }
    }

    static func isLetter(_ unit: UInt8) -> Bool { (unit | 0x20) &- 97 < 26 }
    static func isDigit(_ unit: UInt8) -> Bool { unit &- 48 < 10 }
    static func lower(_ unit: UInt8) -> UInt8 { unit &- 65 < 26 ? unit | 0x20 : unit }
}
