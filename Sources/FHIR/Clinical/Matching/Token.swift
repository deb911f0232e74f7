import JSONTree

/// A code as an element holds it.
struct Token: Sendable {
    /// How the system is known.
    enum Namespace: Sendable {
        case named(String)
        case none
        /// By the element's binding, the value set with the number or any: whichever is asked for is taken to be it (R4, search,
        /// token: `code`).
        case implied(UInt16)
    }

    let namespace: Namespace
    let code: String?
    /// Whether case counts: for R4's own codes, ids and truth values.
    let isExact: Bool

    /// Whether it is what is searched for.
    func matches(_ wanted: TokenMatch.Namespace, _ code: String?) -> Bool {
        switch (wanted, namespace) {
        case (.any, _), (.none, .none), (.none, .implied), (.exactly, .implied): break
        case (.exactly(let system), .named(let own)): guard system.isSame(as: own) else { return false }
        case (.none, .named), (.exactly, .none): return false
        }
        guard let code else { return true }
        guard let own = self.code else { return false }
        return isExact ? code.isSame(as: own) : Token.isSameBarringCase(code, own)
    }
}

extension Token {
    /// Whether it is a code of a value set.
    func isIn(_ set: UInt16) -> Bool {
        guard let code else { return false }
        switch namespace {
        case .named(let system): return Schema.r4.valueSets.contains(code, system: system, set)
        case .implied(let bound): return Schema.r4.valueSets.contain(code, bound, set)
        case .none: return false
        }
    }

    /// Whether two codes differ in nothing but case; most are ASCII, and need no copies.
    private static func isSameBarringCase(_ a: String, _ b: String) -> Bool {
        let (left, right) = (a.utf8.span, b.utf8.span)
        guard left.allSatisfy({ $0 < 0x80 }), right.allSatisfy({ $0 < 0x80 }) else {
            return a.lowercased().isSame(as: b.lowercased())
        }
        guard left.count == right.count else { return false }
        for index in left.indices where lower(left[index]) != lower(right[index]) { return false }
        return true
    }

    private static func lower(_ byte: UInt8) -> UInt8 {
        byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
    }
}

extension PathNode {
    /// The codes of the element (R4, search, token: the table of types).
    var tokens: [Token] {
        switch value {
        case .bool(let truth): [Token(namespace: .none, code: truth ? "true" : "false", isExact: true)]
        case .number(let number): [Token(namespace: .none, code: number.text, isExact: true)]
        case .string(let text): [token(text)]
        case .object(let object): PathNode.tokens(of: object, type)
        default: []
        }
    }

    private func token(_ text: String) -> Token {
        switch kind {
        case .primitive(.code): Token(namespace: .implied(valueSet), code: text, isExact: true)
        case .primitive(.string), .primitive(.markdown): Token(namespace: .none, code: text, isExact: false)
        default: Token(namespace: .none, code: text, isExact: true)
        }
    }

    private static func tokens(of object: JSONObject, _ type: String) -> [Token] {
        switch type {
        case "Coding": [token(object, "code")]
        case "CodeableConcept": (object["coding"]?.array ?? []).compactMap { $0.object.map { token($0, "code") } }
        case "Identifier", "ContactPoint": [token(object, "value")]
        default: []
        }
    }

    private static func token(_ object: JSONObject, _ key: String) -> Token {
        let system = object["system"]?.string
        return Token(namespace: system.map { .named($0) } ?? .none, code: object[key]?.string, isExact: false)
    }

    /// The texts that `:text` looks at.
    var displayed: [String] {
        switch type {
        case "Coding": [text("display")].compactMap(\.self)
        case "CodeableConcept":
            ([text("text")] + (value["coding"]?.array ?? []).map { $0["display"]?.string }).compactMap(\.self)
        case "Identifier": [value["type"]?["text"]?.string].compactMap(\.self)
        case "string", "markdown": [value.string].compactMap(\.self)
        default: []
        }
    }
}
