import Ledger

/// Walks over an entry's members once, without making text of them, and only in the canonical form that
/// docs/formats/entries.md prescribes: what another reader would refuse as syntax is refused here too.
struct EntryScanner {
    /// Where a value lies and what it is.
    enum Value {
        /// Between its quotes.
        case word(Range<Int>)
        case integer(Int64)
        case flag(Bool)
    }

    private var position = 0
    private var last: Range<Int>?
    private var lastName = FieldName("")

    /// The next member; nil after the last. Throws `malformed`.
    mutating func next(_ bytes: Span<UInt8>) throws(LedgerError) -> (name: FieldName, value: Value)? {
        if last == nil {
            try expect(UInt8(ascii: "{"), bytes)
        } else if position < bytes.count, bytes[position] == UInt8(ascii: "}") {
            guard position + 1 == bytes.count else { throw LedgerError(.malformed) }
            return nil
        } else {
            try expect(UInt8(ascii: ","), bytes)
        }
        let range = try text(bytes)
        let name = FieldName(bytes, range)
        if let last { guard isBefore(last, range, name, bytes) else { throw LedgerError(.malformed) } }
        (last, lastName) = (range, name)
        try expect(UInt8(ascii: ":"), bytes)
        return (name, try value(bytes))
    }

    /// Whether the names stand in strictly rising order.
    private func isBefore(_ a: Range<Int>, _ b: Range<Int>, _ name: FieldName, _ bytes: Span<UInt8>) -> Bool {
        if lastName.head != name.head { return lastName.head < name.head }
        var (i, j) = (a.lowerBound, b.lowerBound)
        while i < a.upperBound, j < b.upperBound {
            if bytes[i] != bytes[j] { return bytes[i] < bytes[j] }
            (i, j) = (i + 1, j + 1)
        }
        return a.count < b.count
    }

    private mutating func expect(_ unit: UInt8, _ bytes: Span<UInt8>) throws(LedgerError) {
        guard position < bytes.count, bytes[position] == unit else { throw LedgerError(.malformed) }
        position += 1
    }

    private mutating func text(_ bytes: Span<UInt8>) throws(LedgerError) -> Range<Int> {
        try expect(UInt8(ascii: "\""), bytes)
        let start = position
        while position < bytes.count {
            let unit = bytes[position]
            if unit == UInt8(ascii: "\"") {
                position += 1
                return start..<position - 1
            }
            guard unit >= 0x20, unit < 0x7F, unit != UInt8(ascii: "\\") else { break }
            position += 1
        }
        throw LedgerError(.malformed)
    }

    private mutating func value(_ bytes: Span<UInt8>) throws(LedgerError) -> Value {
        guard position < bytes.count else { throw LedgerError(.malformed) }
        switch bytes[position] {
        case UInt8(ascii: "\""): return .word(try text(bytes))
        case UInt8(ascii: "t"):
            for unit in "true".utf8 { try expect(unit, bytes) }
            return .flag(true)
        case UInt8(ascii: "f"):
            for unit in "false".utf8 { try expect(unit, bytes) }
            return .flag(false)
        default: return .integer(try integer(bytes))
        }
    }

    /// RFC 8785 writes integers plainly; beyond 2^53 they are not exact in every reader.
    private mutating func integer(_ bytes: Span<UInt8>) throws(LedgerError) -> Int64 {
        let isNegative = position < bytes.count && bytes[position] == UInt8(ascii: "-")
        if isNegative { position += 1 }
        let start = position
        var number: Int64 = 0
        while position < bytes.count, bytes[position] &- UInt8(ascii: "0") <= 9, position - start < 17 {
            number = number * 10 + Int64(bytes[position] - UInt8(ascii: "0"))
            position += 1
        }
        let count = position - start
        guard count > 0, number <= 1 << 53, count == 1 || bytes[start] != UInt8(ascii: "0"),
            !isNegative || number > 0
        else { throw LedgerError(.malformed) }
        return isNegative ? -number : number
    }
}
