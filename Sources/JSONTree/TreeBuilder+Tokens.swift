extension TreeBuilder {
    /// Takes the next token if it is `closing`: the container is empty.
    mutating func closes(_ text: Span<UInt8>, _ marks: Span<UInt32>, with closing: UInt8) -> Bool {
        guard mark < marks.count, text[Int(marks[mark])] == closing else { return false }
        mark += 1
        return true
    }

    /// Takes a comma (true) or `closing` (false).
    mutating func continues(
        _ text: Span<UInt8>, _ marks: Span<UInt32>, until closing: UInt8
    ) throws(JSONError) -> Bool {
        let offset = try next(text, marks)
        if text[offset] == UInt8(ascii: ",") { return true }
        guard text[offset] == closing else { throw JSONError(.syntax, offset: offset) }
        return false
    }

    /// Takes a colon.
    mutating func colon(_ text: Span<UInt8>, _ marks: Span<UInt32>) throws(JSONError) {
        let offset = try next(text, marks)
        guard text[offset] == UInt8(ascii: ":") else { throw JSONError(.syntax, offset: offset) }
    }

    /// Reads the number that starts at `start`.
    func number(_ text: Span<UInt8>, from start: Int) throws(JSONError) -> JSONNumber {
        guard let end = JSONNumber.end(in: text, from: start), ends(text, at: end) else {
            throw JSONError(.invalidNumber, offset: start)
        }
        guard end - start <= limits.maximumNumberLength else { throw JSONError(.numberTooLong, offset: start) }
        return JSONNumber(checked: String(utf8: text.extracting(start..<end)))
    }

    /// Reads `true`, `false` or `null`.
    func literal(_ text: Span<UInt8>, from start: Int) throws(JSONError) -> JSONValue {
        switch text[start] {
        case UInt8(ascii: "t") where spells("true", text, from: start): return .bool(true)
        case UInt8(ascii: "f") where spells("false", text, from: start): return .bool(false)
        case UInt8(ascii: "n") where spells("null", text, from: start): return .null
        default: throw JSONError(.syntax, offset: start)
        }
    }

    private func spells(_ word: StaticString, _ text: Span<UInt8>, from start: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard text.count - start >= count else { return false }
        for index in 0..<count where unsafe text[start + index] != word.utf8Start[index] { return false }
        return ends(text, at: start + count)
    }

    /// Whether a number or word may end before `index`: the scan gives one offset for a whole run of bytes.
    private func ends(_ text: Span<UInt8>, at index: Int) -> Bool {
        guard index < text.count else { return true }
        switch text[index] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
        case UInt8(ascii: ","), UInt8(ascii: ":"): return true
        case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "{"): return true
        default: return false
        }
    }
}
