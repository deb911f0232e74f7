extension TreeBuilder {
    /// Reads the string whose opening quote is at `start`; the next token is the one after it.
    mutating func string(_ text: Span<UInt8>, _ marks: Span<UInt32>, from start: Int) throws(JSONError) -> String {
        var end = mark < marks.count ? Int(marks[mark]) : text.count
        repeat { end -= 1 } while end > start && text[end] != UInt8(ascii: "\"")
        guard end > start else { throw JSONError(.syntax, offset: start) }
        let inside = text.extracting(start + 1..<end)
        guard let escape = inside.firstIndex(of: UInt8(ascii: "\\")) else { return String(utf8: inside) }
        unescaped.removeAll(keepingCapacity: true)
        for index in 0..<escape { unescaped.append(inside[index]) }
        try unescape(text, from: start + 1 + escape, to: end)
        return String(utf8: unescaped.span)
    }

    /// Appends the bytes from `start` to `end` to `unescaped`, escapes undone (RFC 8259 §7).
    private mutating func unescape(_ text: Span<UInt8>, from start: Int, to end: Int) throws(JSONError) {
        var index = start
        while index < end {
            guard text[index] == UInt8(ascii: "\\") else {
                unescaped.append(text[index])
                index += 1
                continue
            }
            guard index + 1 < end else { throw JSONError(.invalidEscape, offset: index) }
            if text[index + 1] == UInt8(ascii: "u") {
                index = try unescapeScalar(text, from: index, to: end)
            } else {
                unescaped.append(try TreeBuilder.short(text[index + 1], offset: index))
                index += 2
            }
        }
    }

    private static func short(_ letter: UInt8, offset: Int) throws(JSONError) -> UInt8 {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return letter
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        default: throw JSONError(.invalidEscape, offset: offset)
        }
    }

    /// Undoes `\uXXXX`, or a pair of them for a scalar beyond U+FFFF; returns the offset after it.
    private mutating func unescapeScalar(
        _ text: Span<UInt8>, from start: Int, to end: Int
    ) throws(JSONError) -> Int {
        guard let first = hexadecimal(text, escape: start, to: end) else {
            throw JSONError(.invalidEscape, offset: start)
        }
        if let scalar = Unicode.Scalar(first) {
            append(scalar)
            return start + 6
        }
        guard first < 0xDC00, let second = hexadecimal(text, escape: start + 6, to: end), second >> 10 == 0x37,
            let scalar = Unicode.Scalar(0x10000 + ((first & 0x3FF) << 10 | second & 0x3FF))
        else { throw JSONError(.loneSurrogate, offset: start) }
        append(scalar)
        return start + 12
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        UTF8.encode(scalar).map { unescaped.append(contentsOf: $0) }
    }

    /// The code unit of a `\uXXXX` at `escape`; nil if none stands there whole.
    private func hexadecimal(_ text: Span<UInt8>, escape: Int, to end: Int) -> UInt32? {
        guard escape + 6 <= end, text[escape] == UInt8(ascii: "\\"), text[escape + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var unit: UInt32 = 0
        for index in escape + 2..<escape + 6 {
            switch text[index] {
            case let digit where digit &- UInt8(ascii: "0") < 10: unit = unit << 4 | UInt32(digit & 15)
            case let letter where (letter | 0x20) &- UInt8(ascii: "a") < 6: unit = unit << 4 | UInt32(letter & 15 + 9)
            default: return nil
            }
        }
        return unit
    }
}

extension String {
    /// Copies bytes that are known to be UTF-8.
    init(utf8 bytes: Span<UInt8>) {
        self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}

extension Span<UInt8> {
    /// Where the byte first occurs.
    func firstIndex(of byte: UInt8) -> Int? {
        for index in indices where self[index] == byte { return index }
        return nil
    }
}
