/// Walks over the bytes of a ``FlatObject``; each call skips the white space before its token.
package struct FlatReader {
    private let bytes: [UInt8]
    private var position = 0

    /// Starts before the first byte.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// Whether only white space is left.
    package var isAtEnd: Bool {
        mutating get { peek() == nil }
    }

    /// Steps over the character if it comes next.
    package mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard peek() == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Steps over the character, which must come next.
    package mutating func expect(_ character: Unicode.Scalar) throws(IdentityError) {
        guard skip(character) else { throw .malformedObject }
    }

    /// Reads an object, each of its values by `value`, which is told the name. No name twice.
    package mutating func object<Value>(
        atMost limit: Int = FlatObject.maximumCount, of value: (String, inout FlatReader) throws(IdentityError) -> Value
    ) throws(IdentityError) -> [String: Value] {
        var members = [String: Value]()
        try expect("{")
        if skip("}") { return members }
        repeat {
            let name = try string()
            try expect(":")
            guard members.updateValue(try value(name, &self), forKey: name) == nil else { throw .malformedObject }
            guard members.count <= limit else { throw .malformedObject }
        } while skip(",")
        try expect("}")
        return members
    }

    /// Reads a value of one of the four flat kinds, or the object that the form allows under this name.
    package mutating func value(of name: String, _ form: FlatObject.Form) throws(IdentityError) -> FlatObject.Value {
        if let known = form.known, !known.contains(name) { return try skipValue() }
        return switch peek() {
        case UInt8(ascii: "\""): .string(try string())
        case UInt8(ascii: "["):
            .strings(try array { r throws(IdentityError) in try r.string(ofText: form.texts.contains(name)) })
        case UInt8(ascii: "t"): try boolean("true", true)
        case UInt8(ascii: "f"): try boolean("false", false)
        case UInt8(ascii: "{") where form.objects.contains(name):
            .object(try object { (_, reader) throws(IdentityError) in try reader.string() })
        default: .integer(try integer())
        }
    }

    /// Steps over any value, 8 deep at most. Its strings and brackets are matched, so that it ends where every reader of
    /// JSON says that it ends; what stands between them is not judged.
    private mutating func skipValue() throws(IdentityError) -> FlatObject.Value {
        var closers = [UInt8]()
        repeat {
            guard let unit = peek(), closers.count <= 8 else { throw .malformedObject }
            switch unit {
            case UInt8(ascii: "\""): try skipString()
            case UInt8(ascii: "{"), UInt8(ascii: "["): closers.append(unit + 2)  // ASCII: `}` and `]`
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard closers.popLast() == unit else { throw .malformedObject }
            case UInt8(ascii: ","), UInt8(ascii: ":"): guard !closers.isEmpty else { throw .malformedObject }
            default:
                let start = position
                while position < bytes.count, "+-.0123456789Eaeflnrstu".utf8.contains(bytes[position]) { position += 1 }
                guard position > start else { throw .malformedObject }
            }
            if "{[}],:".utf8.contains(unit) { position += 1 }
        } while !closers.isEmpty
        return .skipped
    }

    private mutating func skipString() throws(IdentityError) {
        position += 1
        while let unit = take(), unit >= 0x20 {
            if unit == UInt8(ascii: "\"") { return }
            if unit == UInt8(ascii: "\\") { _ = take() }
        }
        throw .malformedObject
    }

    /// Reads a string of printable ASCII, or of any text without control characters, written with any of JSON's escapes.
    package mutating func string(ofText: Bool = false) throws(IdentityError) -> String {
        try expect("\"")
        let last: UInt32 = ofText ? 0x10FFFF : 0x7E
        var out = [UInt8]()
        while true {
            out += plain(upTo: ofText ? 0xFF : 0x7E)
            switch take() {
            case UInt8(ascii: "\""):
                guard let text = String(validating: out, as: UTF8.self) else { throw .malformedObject }
                return text
            case UInt8(ascii: "\\"):
                let scalar = try escaped()
                guard (0x20...last).contains(scalar.value), scalar.value != 0x7F else { throw .malformedObject }
                out.append(contentsOf: UTF8.encode(scalar) ?? .init())
            default: throw .malformedObject
            }
        }
    }

    /// Steps over the bytes that stand for themselves.
    private mutating func plain(upTo last: UInt8) -> ArraySlice<UInt8> {
        let start = position
        while position < bytes.count {
            let unit = bytes[position]
            let isPlain = unit >= 0x20 && unit <= last && unit != 0x7F
            guard isPlain, unit != UInt8(ascii: "\""), unit != UInt8(ascii: "\\") else { break }
            position += 1
        }
        return bytes[start..<position]
    }

    /// Reads an array, each of its values by `value`.
    package mutating func array<V>(of value: (inout FlatReader) throws(IdentityError) -> V) throws(IdentityError) -> [V]
    {
        try expect("[")
        var out = [V]()
        if skip("]") { return out }
        repeat {
            out.append(try value(&self))
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

    /// The character behind a backslash (RFC 8259 §7). Escaped control characters are refused by their letters here, and
    /// by their numbers in ``string(ofText:)``; so is half of a surrogate pair.
    private mutating func escaped() throws(IdentityError) -> Unicode.Scalar {
        switch take() {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "u"):
            let code = try hexadecimal()
            if let scalar = Unicode.Scalar(code) { return scalar }
            guard UTF16.isLeadSurrogate(code), take() == UInt8(ascii: "\\"), take() == UInt8(ascii: "u") else {
                throw .malformedObject
            }
            let second = try hexadecimal()
            guard UTF16.isTrailSurrogate(second) else { throw .malformedObject }
            return UTF16.decode(UTF16.EncodedScalar([code, second]))
        default: throw .malformedObject
        }
    }

    private mutating func hexadecimal() throws(IdentityError) -> UInt16 {
        var code: UInt16 = 0
        for _ in 0..<4 {
            let digit = take().flatMap { Character(Unicode.Scalar($0)).hexDigitValue }
            guard let digit else { throw .malformedObject }
            code = code << 4 | UInt16(digit)
        }
        return code
    }

    private mutating func take() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    private mutating func peek() -> UInt8? {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            case let unit: return unit
            }
        }
        return nil
    }
}
