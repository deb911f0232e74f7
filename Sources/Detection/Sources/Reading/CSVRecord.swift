/// One record of comma-separated values (RFC 4180): quoted fields may hold commas, line ends and doubled quotes.
struct CSVRecord {
    /// A field: where it lies, without its quotes.
    struct Field {
        let range: Range<Int>
        let isQuoted: Bool
        /// Whether doubled quotes stand in it.
        let hasDoubled: Bool
    }

    let bytes: [UInt8]
    private(set) var fields: [Field] = []

    /// Reads all of the bytes; nil when a quote is not closed, stands in the middle, or there are more than `limit`
    /// fields.
    init?(_ bytes: [UInt8], from start: Int = 0, limit: Int = 64) {
        self.bytes = bytes
        var walk = ByteWalk(bytes, in: min(start, bytes.count)..<bytes.count)
        repeat {
            guard fields.count < limit, let field = CSVRecord.field(&walk) else { return nil }
            fields.append(field)
        } while walk.skip(",")
        guard walk.isAtEnd else { return nil }
    }

    private static func field(_ walk: inout ByteWalk) -> Field? {
        guard walk.skip("\"") else {
            return Field(range: walk.take { $0 != UInt8(ascii: ",") }, isQuoted: false, hasDoubled: false)
        }
        let start = walk.position
        var doubled = false
        while walk.take(until: "\"") != nil {
            guard walk.skip("\"") else {
                return Field(range: start..<walk.position - 1, isQuoted: true, hasDoubled: doubled)
            }
            doubled = true
        }
        return nil
    }

    /// A field's text; nil beyond the last, and for an empty field without quotes (PostgreSQL's null).
    func text(_ place: Int) -> String? {
        guard place < fields.count else { return nil }
        let field = fields[place]
        guard !field.range.isEmpty || field.isQuoted else { return nil }
        return String(decoding: unquoted(field), as: UTF8.self)
    }

    private func unquoted(_ field: Field) -> [UInt8] {
        guard field.hasDoubled else { return Array(bytes[field.range]) }
        var out: [UInt8] = []
        out.reserveCapacity(field.range.count)
        var wasQuote = false
        for byte in bytes[field.range] {
            wasQuote = byte == UInt8(ascii: "\"") && !wasQuote
            if !wasQuote || byte != UInt8(ascii: "\"") { out.append(byte) }
        }
        return out
    }

    /// Whether a record that begins with these bytes needs more lines: an odd number of quotes was seen.
    static func isOpen(_ bytes: some Sequence<UInt8>, before wasOpen: Bool) -> Bool {
        bytes.reduce(wasOpen) { open, byte in open != (byte == UInt8(ascii: "\"")) }
    }

    /// Whether a line cannot go on within quotes: the quote that would close them is followed by something other than a
    /// comma. What came before was then cut off. No value can pretend it, since quotes within values are doubled.
    static func isTorn(before line: [UInt8]) -> Bool {
        var walk = ByteWalk(line)
        while walk.take(until: "\"") != nil {
            let more = walk.take { $0 == UInt8(ascii: "\"") }.count
            if more.isMultiple(of: 2) { return !walk.isAtEnd && walk.peek != UInt8(ascii: ",") }
        }
        return false
    }
}
