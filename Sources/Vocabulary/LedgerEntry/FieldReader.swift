/// Reads a flat JSON object of strings, integers and booleans, and only in the form that ``FieldWriter`` writes.
struct FieldReader {
    enum Value {
        case integer(Int64)
        case flag(Bool)
        case word(String)
    }

    private var values: [(key: String, value: Value)] = []

    init(_ bytes: some Collection<UInt8>) throws(LedgerEntryError) {
        guard bytes.count <= LedgerEntry.maximumLength else { throw LedgerEntryError("length") }
        var scanner = Scanner(Array(bytes))
        try scanner.expect(UInt8(ascii: "{"))
        repeat {
            let key = try scanner.string()
            if let last = values.last, last.key >= key { throw LedgerEntryError("syntax") }
            try scanner.expect(UInt8(ascii: ":"))
            values.append((key, try scanner.value()))
        } while scanner.skip(UInt8(ascii: ","))
        try scanner.expect(UInt8(ascii: "}"))
        guard scanner.isAtEnd else { throw LedgerEntryError("syntax") }
    }

    static func isPlain(_ unit: UInt8) -> Bool {
        unit >= 0x20 && unit < 0x7F && unit != UInt8(ascii: "\"") && unit != UInt8(ascii: "\\")
    }

    private mutating func take(_ key: String) -> Value? {
        guard let index = values.firstIndex(where: { $0.key == key }) else { return nil }
        return values.remove(at: index).value
    }

    func has(_ key: String) -> Bool { values.contains { $0.key == key } }

    mutating func integer(_ key: String) throws(LedgerEntryError) -> Int64 {
        guard case .integer(let value)? = take(key) else { throw LedgerEntryError(key) }
        return value
    }

    mutating func optionalInteger(_ key: String) throws(LedgerEntryError) -> Int64? {
        has(key) ? try integer(key) : nil
    }

    mutating func flag(_ key: String) throws(LedgerEntryError) -> Bool {
        guard case .flag(let value)? = take(key) else { throw LedgerEntryError(key) }
        return value
    }

    mutating func word(_ key: String) throws(LedgerEntryError) -> String {
        guard case .word(let value)? = take(key) else { throw LedgerEntryError(key) }
        return value
    }

    mutating func optionalWord(_ key: String) throws(LedgerEntryError) -> String? { has(key) ? try word(key) : nil }

    mutating func choice<T: RawRepresentable<String>>(_ key: String) throws(LedgerEntryError) -> T {
        guard let value = T(rawValue: try word(key)) else { throw LedgerEntryError(key) }
        return value
    }

    mutating func id<Kind>(_ key: String) throws(LedgerEntryError) -> ID<Kind> {
        guard let value = ID<Kind>(try word(key)) else { throw LedgerEntryError(key) }
        return value
    }

    mutating func optionalID<Kind>(_ key: String) throws(LedgerEntryError) -> ID<Kind>? { has(key) ? try id(key) : nil }

    mutating func hash(_ key: String) throws(LedgerEntryError) -> [UInt8] {
        guard let value = [UInt8](hexadecimal: try word(key)), value.count == 32 else { throw LedgerEntryError(key) }
        return value
    }

    mutating func tier(_ key: String) throws(LedgerEntryError) -> Tier {
        guard let value = Tier(word: try word(key)) else { throw LedgerEntryError(key) }
        return value
    }

    mutating func tiers(_ key: String) throws(LedgerEntryError) -> Tiers {
        let text = try word(key)
        guard let tiers = Tiers(words: text) else { throw LedgerEntryError(key) }
        return tiers
    }

    mutating func holder() throws(LedgerEntryError) -> Holder {
        if has("member") { return .member(try id("member")) }
        return .client(try id("client"))
    }

    mutating func optionalHolder() throws(LedgerEntryError) -> Holder? {
        has("member") || has("client") ? try holder() : nil
    }

    mutating func link() throws(LedgerEntryError) -> PracticeLink? {
        guard has("practice") else { return nil }
        let link = PracticeLink(practice: try id("practice"), n: try integer("n"), previous: try hash("prev"))
        guard link.n > 0 else { throw LedgerEntryError("n") }
        return link
    }

    /// Throws when a field is left that nobody asked for.
    func end() throws(LedgerEntryError) {
        if let left = values.first { throw LedgerEntryError(String(left.key.prefix(32))) }
    }
}

extension FieldReader {
    /// Walks the bytes once.
    private struct Scanner {
        private let bytes: [UInt8]
        private var position = 0

        init(_ bytes: [UInt8]) { self.bytes = bytes }

        var isAtEnd: Bool { position == bytes.count }

        mutating func skip(_ unit: UInt8) -> Bool {
            guard position < bytes.count, bytes[position] == unit else { return false }
            position += 1
            return true
        }

        mutating func expect(_ unit: UInt8) throws(LedgerEntryError) {
            guard skip(unit) else { throw LedgerEntryError("syntax") }
        }

        mutating func string() throws(LedgerEntryError) -> String {
            try expect(UInt8(ascii: "\""))
            let start = position
            while position < bytes.count, FieldReader.isPlain(bytes[position]) { position += 1 }
            let text = String(decoding: bytes[start..<position], as: UTF8.self)
            try expect(UInt8(ascii: "\""))
            return text
        }

        mutating func value() throws(LedgerEntryError) -> Value {
            guard position < bytes.count else { throw LedgerEntryError("syntax") }
            switch bytes[position] {
            case UInt8(ascii: "\""): return .word(try string())
            case UInt8(ascii: "t"): return .flag(try literal("true"))
            case UInt8(ascii: "f"): return .flag(!(try literal("false")))
            default: return .integer(try integer())
            }
        }

        mutating func literal(_ text: StaticString) throws(LedgerEntryError) -> Bool {
            for unit in text.description.utf8 { try expect(unit) }
            return true
        }

        /// RFC 8785 writes integers plainly; those beyond 2^53 are not exact in every reader and are refused.
        mutating func integer() throws(LedgerEntryError) -> Int64 {
            let start = position
            _ = skip(UInt8(ascii: "-"))
            while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) {
                position += 1
            }
            let text = String(decoding: bytes[start..<position], as: UTF8.self)
            guard let value = Int64(text), String(value) == text, value.magnitude <= 1 << 53 else {
                throw LedgerEntryError("syntax")
            }
            return value
        }
    }
}

extension Tiers {
    /// The words, least sensitive first, joined by commas: `identity,contact`.
    public var words: String { tiers.map(\.word).joined(separator: ",") }

    /// Reads ``words`` in exactly that form.
    public init?(words: String) {
        var all = Tiers()
        for word in words.split(separator: ",", omittingEmptySubsequences: true) {
            guard let tier = Tier(word: word) else { return nil }
            all.insert(Tiers(tier))
        }
        guard all.words == words else { return nil }
        self = all
    }
}
