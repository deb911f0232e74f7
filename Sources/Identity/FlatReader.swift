/// Walks over the bytes of a ``FlatObject``, one token a call; each call skips the white space before its token.
struct FlatReader {
    private let bytes: [UInt8]
    private var position = 0

    /// Starts before the first byte.
    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether only white space is left.
    var isAtEnd: Bool {
        mutating get { peek() == nil }
    }

    /// Steps over the character if it comes next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Steps over the character, which must come next.
    mutating func expect(_ character: Unicode.Scalar) throws(IdentityError) {
        guard skip(character) else { throw .malformedObject }
    }

    /// Reads a value of one of the four kinds.
    mutating func value() throws(IdentityError) -> FlatObject.Value {
        switch peek() {
        case UInt8(ascii: "\""): .string(try string())
        case UInt8(ascii: "["): .strings(try strings())
        case UInt8(ascii: "t"): try boolean("true", true)
        case UInt8(ascii: "f"): try boolean("false", false)
        default: .integer(try integer())
        }
    }

    /// Reads a string of printable ASCII, written with any of JSON's escapes.
    mutating func string() throws(IdentityError) -> String {
        try expect("\"")
        var out = [UInt8]()
        while let unit = take() {
            if unit == UInt8(ascii: "\"") { return String(decoding: out, as: UTF8.self) }
            let character = unit == UInt8(ascii: "\\") ? try escaped() : unit
            guard (0x20...0x7E).contains(character) else { throw .malformedObject }
            out.append(character)
        }
        throw .malformedObject
    }

    private mutating func strings() throws(IdentityError) -> [String] {
        try expect("[")
        var out = [String]()
        if skip("]") { return out }
        repeat {
            out.append(try string())
            guard out.count <= FlatObject.maximumCount else { throw .malformedObject }
        } while skip(",")
        try expect("]")
        return out
    }

    private mutating func boolean(_ word: StaticString, _ value: Bool) throws(IdentityError) -> FlatObject.Value {
        for unit in word.description.utf8 where take() != unit { throw .malformedObject }
        return .boolean(value)
    }

    /// At most 15 digits, so that no sum of milliseconds overflows; a fraction or exponent is left unread and fails next.
    private mutating func integer() throws(IdentityError) -> Int64 {
        let isNegative = skip("-")
        let start = position
        var number: Int64 = 0
        while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
            guard position - start < 15 else { throw .malformedObject }
            number = number * 10 + Int64(bytes[position] - UInt8(ascii: "0"))
            position += 1
        }
        let count = position - start
        guard count > 0, count == 1 || bytes[start] != UInt8(ascii: "0") else { throw .malformedObject }
        return isNegative ? -number : number
    }

    /// The character behind a backslash. Those outside printable ASCII come back as 0, which ``string()`` refuses.
    private mutating func escaped() throws(IdentityError) -> UInt8 {
        switch take() {
        case UInt8(ascii: "\""): return UInt8(ascii: "\"")
        case UInt8(ascii: "\\"): return UInt8(ascii: "\\")
        case UInt8(ascii: "/"): return UInt8(ascii: "/")
        case UInt8(ascii: "u"):
            var code: UInt16 = 0
            for _ in 0..<4 {
                let digit = take().flatMap { Character(Unicode.Scalar($0)).hexDigitValue }
                guard let digit else { throw .malformedObject }
                code = code << 4 | UInt16(digit)
            }
            return UInt8(exactly: code) ?? 0
        default: throw .malformedObject
        }
    }

    private mutating func take() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func peek() -> UInt8? {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
        return position < bytes.count ? bytes[position] : nil
    }
}
