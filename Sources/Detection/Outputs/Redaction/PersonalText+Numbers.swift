extension PersonalText {
    private static let length = 15

    /// Every run of exactly 15 digits, single spaces, dots, hyphens or no-break spaces between them allowed; the 7th
    /// may be the letter of Corsica (`2A`, `2B`). One of more or fewer digits is an id, an amount or a time.
    static func numbers(_ bytes: [UInt8]) -> [Match] {
        var (out, place) = ([Match](), 0)
        while place < bytes.count {
            guard isDigit(bytes[place]), place == 0 || !isWord(bytes[place - 1]) else {
                place += 1
                continue
            }
            let (digits, end) = run(bytes, from: place)
            if digits.count == length {
                out.append(Match(kind: "nir", range: place..<end, canonical: digits))
            } else if let match = solid(bytes, from: place) {
                out.append(match)
            }
            place = end
        }
        return out
    }

    /// The digits from a place on, over single separators, and where they end.
    private static func run(_ bytes: [UInt8], from begin: Int) -> (digits: [UInt8], end: Int) {
        var (digits, place, end) = ([UInt8](), begin, begin)
        while place < bytes.count {
            let unit = bytes[place]
            if isDigit(unit) || digits.count == 6 && digits.last == 50 && (unit | 0x20 == 97 || unit | 0x20 == 98) {
                digits.append(lower(unit))
                (place, end) = (place + 1, place + 1)
            } else if let width = separator(bytes, place), place == end {
                place += width
            } else {
                break
            }
        }
        return end < bytes.count && isLetter(bytes[end]) ? ([], end) : (digits, end)
    }

    /// 15 digits in one piece at the beginning of a longer run, as in `185057800608436 12:00`.
    private static func solid(_ bytes: [UInt8], from begin: Int) -> Match? {
        let end = bytes[begin...].firstIndex { !isWord($0) } ?? bytes.count
        let piece = bytes[begin..<end]
        let isRight = piece.enumerated().allSatisfy { isDigit($0.element) || $0.offset == 6 }
        guard piece.count == length, isRight else { return nil }
        return Match(kind: "nir", range: begin..<end, canonical: piece.map(lower))
    }

    private static func separator(_ bytes: [UInt8], _ place: Int) -> Int? {
        switch bytes[place] {
        case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "+"): 1
        case 0xC2 where place + 1 < bytes.count && bytes[place + 1] == 0xA0: 2
        case UInt8(ascii: "%") where bytes[place...].starts(with: "%20".utf8): 3
        default: nil
        }
    }

    private static func isWord(_ unit: UInt8) -> Bool { isLetter(unit) || isDigit(unit) }
}
