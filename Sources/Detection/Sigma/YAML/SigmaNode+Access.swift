extension SigmaNode {
    /// A map's keys, or an error that says what stands there instead.
    func map(_ name: String) throws(RuleError) -> [Entry] {
        guard let entries else { throw place.refuse("\(name) is \(kind)", instead: "write a map of keys and values") }
        return entries
    }

    /// The text under a key; nil when absent or null. Numbers are texts as written, where `takesNumbers`.
    func text(_ key: String, takesNumbers: Bool = false) throws(RuleError) -> String? {
        guard let value = self[key], !value.isNull else { return nil }
        return try value.asText(key, takesNumbers: takesNumbers)
    }

    /// A text that must be there.
    func requiredText(_ key: String) throws(RuleError) -> String {
        guard let text = try text(key), !text.isEmpty else {
            throw place.refuse("\(key) is missing", instead: "write `\(key): …`")
        }
        return text
    }

    /// This value as text.
    func asText(_ name: String, takesNumbers: Bool = false) throws(RuleError) -> String {
        switch content {
        case .scalar(.text(let text)): return text
        case .scalar(.number(let text, _)) where takesNumbers: return text
        case .scalar(.ambiguous(let text)) where takesNumbers: return text
        default: throw place.refuse("\(name) is \(kind)", instead: "write a text, in quotes where it looks otherwise")
        }
    }

    /// `true` or `false` under a key; nil when absent.
    func bool(_ key: String) throws(RuleError) -> Bool? {
        guard let value = self[key], !value.isNull else { return nil }
        guard case .scalar(.bool(let bool)) = value.content else {
            throw value.place.refuse("\(key) is \(value.kind)", instead: "write true or false")
        }
        return bool
    }

    /// The texts of a list; one text alone counts as a list where `takesOne`. Empty when absent.
    func texts(_ key: String, takesOne: Bool = false) throws(RuleError) -> [String] {
        guard let value = self[key], !value.isNull else { return [] }
        return try value.asTexts(key, takesOne: takesOne)
    }

    /// This value as a list of texts.
    func asTexts(_ name: String, takesOne: Bool) throws(RuleError) -> [String] {
        guard case .list(let items) = content else {
            guard takesOne else { throw place.refuse("\(name) is \(kind)", instead: "write a list of texts") }
            return [try asText(name)]
        }
        var texts: [String] = []
        for item in items { texts.append(try item.asText("an element of \(name)", takesNumbers: true)) }
        return texts
    }
}
