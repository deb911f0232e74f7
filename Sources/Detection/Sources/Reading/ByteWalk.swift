/// Walks over the bytes of a line. No step goes beyond the end.
struct ByteWalk {
    let bytes: [UInt8]
    var position: Int
    let end: Int

    init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
        self.bytes = bytes
        position = min(max(range?.lowerBound ?? 0, 0), bytes.count)
        end = min(max(range?.upperBound ?? bytes.count, position), bytes.count)
    }

    var isAtEnd: Bool { position >= end }

    /// The next byte, which is not stepped over.
    var peek: UInt8? { position < end ? bytes[position] : nil }

    /// A byte that lies further on.
    func peek(_ ahead: Int) -> UInt8? { position + ahead < end ? bytes[position + ahead] : nil }

    mutating func take() -> UInt8? {
        guard position < end else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    /// Steps over a byte if it comes next.
    mutating func skip(_ byte: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    /// Steps over a text if it comes next.
    mutating func skip(_ text: some Collection<UInt8>) -> Bool {
        guard starts(with: text) else { return false }
        position += text.count
        return true
    }

    func starts(with text: some Collection<UInt8>) -> Bool {
        guard end - position >= text.count else { return false }
        return bytes[position..<position + text.count].elementsEqual(text)
    }

    /// What stands before the next such byte, which is stepped over; nil, and no step, when there is none.
    mutating func take(until byte: Unicode.Scalar) -> Range<Int>? {
        guard let place = bytes[position..<end].firstIndex(of: UInt8(ascii: byte)) else { return nil }
        defer { position = place + 1 }
        return position..<place
    }

    /// What stands before the text, which is stepped over; nil, and no step, when it does not come.
    mutating func take(untilText text: [UInt8]) -> Range<Int>? {
        guard let first = text.first else { return position..<position }
        var place = position
        while let found = bytes[place..<end].firstIndex(of: first) {
            if end - found >= text.count, bytes[found..<found + text.count].elementsEqual(text) {
                defer { position = found + text.count }
                return position..<found
            }
            place = found + 1
        }
        return nil
    }

    /// The bytes that come next and pass.
    mutating func take(while passes: (UInt8) -> Bool) -> Range<Int> {
        let start = position
        while position < end, passes(bytes[position]) { position += 1 }
        return start..<position
    }

    /// What is left.
    mutating func rest() -> Range<Int> {
        defer { position = end }
        return position..<end
    }

    /// A number of exactly so many digits.
    mutating func digits(_ count: Int) -> Int? {
        guard end - position >= count else { return nil }
        var number = 0
        for index in position..<position + count {
            guard bytes[index].isDigit else { return nil }
            number = number * 10 + Int(bytes[index] & 15)
        }
        position += count
        return number
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

extension UInt8 {
    var isDigit: Bool { self &- 0x30 < 10 }
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    var isSpace: Bool { self == 0x20 || (self >= 0x09 && self <= 0x0D) }
    /// A letter, a digit, `_`, or a byte of a longer character: what names in SQL are of.
    var isWord: Bool { isLetter || isDigit || self == UInt8(ascii: "_") || self >= 0x80 }
    var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }
    var lowercased: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
