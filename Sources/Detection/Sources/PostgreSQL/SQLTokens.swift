/// Cuts a statement into tokens, in one pass, and steps over white space and comments. What is not closed ends with the
/// text.
struct SQLTokens {
    private var walk: ByteWalk

    init(_ sql: String) { walk = ByteWalk(Array(sql.utf8)) }

    /// The next token; nil at the end.
    mutating func next() -> SQLToken? {
        skipBlank()
        guard let byte = walk.peek else { return nil }
        switch byte {
        case UInt8(ascii: "'"): return quoted("'", .text)
        case UInt8(ascii: "\""): return quoted("\"", .name)
        case UInt8(ascii: "$"): return dollar()
        case _ where byte.isDigit:
            return SQLToken(kind: .number, range: walk.take { $0.isWord || $0 == UInt8(ascii: ".") })
        case _ where byte.isWord: return word()
        default:
            walk.position += 1
            return SQLToken(kind: .symbol, range: walk.position - 1..<walk.position)
        }
    }

    /// The content of a token: doubled quotes undone; words in lower case, as PostgreSQL folds them.
    func text(_ token: SQLToken) -> String {
        let content = walk.bytes[token.range]
        switch token.kind {
        case .word: return String(decoding: content.map(\.lowercased), as: UTF8.self)
        case .text: return isEscaped(token) ? unescaped(content) : undoubled(content, UInt8(ascii: "'"))
        case .name: return undoubled(content, UInt8(ascii: "\""))
        default: return String(decoding: content, as: UTF8.self)
        }
    }

    /// Whether a token is this word, given in lower case.
    func word(_ token: SQLToken?, is word: StaticString) -> Bool {
        guard let token, token.kind == .word, token.range.count == word.utf8CodeUnitCount else { return false }
        return walk.bytes[token.range].lazy.map(\.lowercased).elementsEqual(word.description.utf8)
    }

    /// Whether a token is this character.
    func symbol(_ token: SQLToken?, is symbol: Unicode.Scalar) -> Bool {
        guard let token, token.kind == .symbol else { return false }
        return walk.bytes[token.range.lowerBound] == UInt8(ascii: symbol)
    }

    /// Whether a string constant begins by `E'`.
    private func isEscaped(_ token: SQLToken) -> Bool {
        let start = token.range.lowerBound
        guard start >= 2, walk.bytes[start - 1] == UInt8(ascii: "'") else { return false }
        return walk.bytes[start - 2].lowercased == UInt8(ascii: "e") && (start < 3 || !walk.bytes[start - 3].isWord)
    }

    /// Undoes doubled quotes, and backslashes before quotes and themselves; letters and numbers behind one stay as they
    /// are.
    private func unescaped(_ content: ArraySlice<UInt8>) -> String {
        var out: [UInt8] = []
        var wasSpecial: UInt8?
        for byte in content {
            let isSpecial = byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "'")
            if let before = wasSpecial {
                if !isSpecial { out.append(before) }
                out.append(byte)
                wasSpecial = nil
            } else if isSpecial {
                wasSpecial = byte
            } else {
                out.append(byte)
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private func undoubled(_ content: ArraySlice<UInt8>, _ quote: UInt8) -> String {
        var out: [UInt8] = []
        out.reserveCapacity(content.count)
        var wasQuote = false
        for byte in content {
            wasQuote = byte == quote && !wasQuote
            if !wasQuote || byte != quote { out.append(byte) }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private mutating func word() -> SQLToken {
        let range = walk.take { $0.isWord || $0 == UInt8(ascii: "$") }
        guard range.count == 1, walk.peek == UInt8(ascii: "'") else { return SQLToken(kind: .word, range: range) }
        let isEscaped = walk.bytes[range.lowerBound].lowercased == UInt8(ascii: "e")
        return quoted("'", .text, escapes: isEscaped)
    }

    private mutating func quoted(_ quote: Unicode.Scalar, _ kind: SQLToken.Kind, escapes: Bool = false) -> SQLToken {
        walk.position += 1
        let start = walk.position
        while let byte = walk.take() {
            if escapes, byte == UInt8(ascii: "\\") { _ = walk.take() }
            if byte == UInt8(ascii: quote), !walk.skip(quote) {
                return SQLToken(kind: kind, range: start..<walk.position - 1)
            }
        }
        return SQLToken(kind: kind, range: start..<walk.position)
    }

    private mutating func dollar() -> SQLToken {
        let start = walk.position
        walk.position += 1
        let tag = walk.take(while: \.isWord)
        if !tag.isEmpty, walk.bytes[tag].allSatisfy(\.isDigit) { return SQLToken(kind: .parameter, range: tag) }
        guard walk.skip("$") else { return SQLToken(kind: .symbol, range: start..<start + 1) }
        let content = walk.take(untilText: Array(walk.bytes[start..<walk.position]))
        return SQLToken(kind: .text, range: content ?? walk.rest())
    }

    private mutating func skipBlank() {
        while let byte = walk.peek {
            if byte.isSpace {
                walk.position += 1
            } else if byte == UInt8(ascii: "-"), walk.peek(1) == byte {
                _ = walk.take { $0 != UInt8(ascii: "\n") }
            } else if byte == UInt8(ascii: "/"), walk.peek(1) == UInt8(ascii: "*") {
                skipComment()
            } else {
                return
            }
        }
    }

    private mutating func skipComment() {
        var depth = 0
        while let byte = walk.take() {
            if byte == UInt8(ascii: "/"), walk.skip("*") { depth += 1 }
            if byte == UInt8(ascii: "*"), walk.skip("/") { depth -= 1 }
            if depth == 0 { return }
        }
    }
}
