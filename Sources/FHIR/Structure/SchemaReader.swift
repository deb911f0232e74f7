import Vocabulary

/// Reads the structure tables into nodes.
struct SchemaReader {
    private(set) var numbers: [String: UInt16] = [:]
    private var nodes: [SchemaNode] = []
    private var tokens: [[Substring]] = []
    private var choices: UInt16 = 0

    /// Notes the nodes of one text; their elements wait until all nodes are known.
    mutating func read(_ text: String) {
        for word in DefinitionText.words(text) {
            if word.first == "@", let colon = word.lastIndex(of: ":"), let letter = word.last {
                let path = String(word[word.index(after: word.startIndex)..<colon])
                let base = SchemaNode.Base(rawValue: letter) ?? .element
                numbers[path] = UInt16(nodes.count)
                nodes.append(SchemaNode(path: path, base: base))
                tokens.append(base.tokens)
            } else if !tokens.isEmpty {
                tokens[tokens.count - 1].append(word)
            }
        }
    }

    /// The nodes with their elements and tiers.
    mutating func resolved() -> [SchemaNode] {
        let rules = TierRules.Lookup()
        for number in nodes.indices {
            for token in tokens[number] { append(token, to: number, rules) }
        }
        return nodes
    }

    private mutating func append(_ token: Substring, to number: Int, _ rules: TierRules.Lookup) {
        guard let sign = token.firstIndex(where: { $0 == "." || $0 == "*" || $0 == "?" }) else { return }
        let (word, type) = (token[..<sign], token[token.index(after: sign)...])
        let name = word.prefix { SchemaElement.Marks($0) == nil }
        let marks = SchemaElement.Marks(reading: word[name.endIndex...])
        guard token[sign] == "?" else {
            let shape = SchemaElement(content: .resource, isArray: token[sign] == "*", choice: 0, marks: marks)
            return append(String(name), type, shape, to: number, rules)
        }
        choices += 1
        nodes[number].choices.append(SchemaNode.Choice(name: String(name), number: choices))
        let shape = SchemaElement(content: .resource, isArray: false, choice: choices, marks: marks)
        for type in type.split(separator: ",") {
            let full = name + type.prefix(1).uppercased() + type.dropFirst()
            append(String(full), type, shape, to: number, rules)
        }
    }

    /// Appends an element shaped so, with the content of its type.
    private mutating func append(
        _ name: String, _ type: Substring, _ shape: SchemaElement, to number: Int, _ rules: TierRules.Lookup
    ) {
        let path = nodes[number].path + "." + name
        guard let content = content(type, path) else { return }
        var element = shape
        element.content = content
        rules.apply(to: &element, name: name, type: String(type), path: path)
        nodes[number].elements.append(element)
        nodes[number].names.append(name)
    }

    private func content(_ type: Substring, _ path: String) -> SchemaElement.Content? {
        if let kind = PrimitiveKind(rawValue: String(type)) { return .primitive(kind) }
        if type == "Resource" { return .resource }
        let name = type == "+" ? path : type.first == "#" ? String(type.dropFirst()) : String(type)
        return numbers[name].map { .node($0) }
    }
}
