/// Takes a path's text apart (FHIRPath 2.0, lexical elements).
struct PathLexer {
    private let bytes: [UInt8]
    private var position = 0

    /// The words of a text, `end` last.
    static func tokens(_ text: String) throws(PathError) -> [PathToken] {
        guard text.utf8.count <= ElementPath.maximumLength else {
            throw PathError(.tooLong, at: ElementPath.maximumLength)
        }
        var lexer = PathLexer(bytes: Array(text.utf8))
        var tokens: [PathToken] = []
        while true {
            let token = try lexer.next()
            tokens.append(token)
            if token.kind == .end { return tokens }
        }
    }

    private init(bytes: [UInt8]) { self.bytes = bytes }

    private mutating func next() throws(PathError) -> PathToken {
        while position < bytes.count, PrimitiveKind.isSpace(bytes[position]) { position += 1 }
        let start = position
        guard start < bytes.count else { return PathToken(kind: .end, offset: start) }
        let kind: PathToken.Kind
        switch bytes[start] {
        case UInt8(ascii: "'"): kind = .text(try quoted())
        case UInt8(ascii: "`"): kind = .name(try quoted())
        case UInt8(ascii: "!"):
            guard start + 1 < bytes.count, bytes[start + 1] == UInt8(ascii: "=") else {
                throw PathError(.syntax, at: start)
            }
            position += 2
            kind = .notEqual
        case let byte where PrimitiveKind.isDigit(byte): kind = .number(take(number))
        case let byte where PathLexer.isLetter(byte): kind = .name(take(word))
        case let byte where ".|()[]=,$%".utf8.contains(byte):
            position += 1
            kind = .sign(byte)
        default: throw PathError(.syntax, at: start)
        }
        return PathToken(kind: kind, offset: start)
    }

    private mutating func take(_ end: (Int) -> Int) -> String {
        let start = position
        position = end(start)
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private func word(_ start: Int) -> Int {
        bytes[start...].firstIndex { !PathLexer.isLetter($0) && !PrimitiveKind.isDigit($0) } ?? bytes.count
    }

    /// Digits, and a fraction where a digit follows the point: `1.exists()` is a call.
    private func number(_ start: Int) -> Int {
        let whole = digits(start)
        guard whole + 1 < bytes.count, bytes[whole] == UInt8(ascii: "."), PrimitiveKind.isDigit(bytes[whole + 1]) else {
            return whole
        }
        return digits(whole + 1)
    }

    private func digits(_ start: Int) -> Int {
        bytes[start...].firstIndex { !PrimitiveKind.isDigit($0) } ?? bytes.count
    }

    private mutating func quoted() throws(PathError) -> String {
        let (start, quote) = (position, bytes[position])
        var text: [UInt8] = []
        position += 1
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == quote { return String(decoding: text, as: UTF8.self) }
            guard byte == UInt8(ascii: "\\") else {
                text.append(byte)
                continue
            }
            guard position < bytes.count, let escaped = PathLexer.escaped(bytes[position]) else {
                throw PathError(.literal, at: position - 1)
            }
            text.append(escaped)
            position += 1
        }
        throw PathError(.literal, at: start)
    }

    private static func escaped(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
        default: nil
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
    }
}
