import Vocabulary

/// Reads the structure tables into nodes.
struct SchemaReader {
    private(set) var numbers: [String: UInt16] = [:]
    private(set) var nodes: [SchemaNode] = []
    /// The sets of types that references may lead to, as the elements number them.
    private(set) var targets = TargetSets([])
    private let valueSets: ValueSets
    private var tokens: [[Substring]] = []
    private var choices: UInt16 = 0

    init(_ valueSets: ValueSets) { self.valueSets = valueSets }

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

    /// Gives the nodes their elements, with tiers and what the definitions ask of them.
    mutating func resolve(_ rules: ElementRules) {
        let tiers = TierRules.Lookup()
        targets = TargetSets(nodes)
        for number in nodes.indices {
            for token in tokens[number] { append(token, to: number, tiers, rules) }
        }
    }

    private mutating func append(
        _ token: Substring, to number: Int, _ tiers: TierRules.Lookup, _ rules: ElementRules
    ) {
        guard let sign = token.firstIndex(where: { $0 == "." || $0 == "*" || $0 == "?" }) else { return }
        let (word, type) = (token[..<sign], token[token.index(after: sign)...])
        let name = String(word.prefix { SchemaElement.Marks($0) == nil })
        let isChoice = token[sign] == "?"
        var shape = SchemaElement(
            content: .resource, isArray: token[sign] == "*", choice: 0,
            marks: SchemaElement.Marks(reading: word[word.index(word.startIndex, offsetBy: name.count)...]),
            place: UInt8(nodes[number].places.count))
        nodes[number].places.append(name)
        if rules.rule(nodes[number], isChoice ? name + "[x]" : name)?.isRequired ?? false {
            nodes[number].required |= 1 << UInt64(shape.place)
        }
        if isChoice {
            choices += 1
            shape.choice = choices
            nodes[number].choices.append(SchemaNode.Choice(name: name, number: choices))
        }
        for type in isChoice ? type.split(separator: ",") : [type] {
            let full = isChoice ? name + type.prefix(1).uppercased() + type.dropFirst() : name
            append(full, type, shape, to: number, tiers, rules)
        }
    }

    /// Appends an element shaped so, with the content of its type.
    private mutating func append(
        _ name: String, _ type: Substring, _ shape: SchemaElement, to number: Int, _ tiers: TierRules.Lookup,
        _ rules: ElementRules
    ) {
        let path = nodes[number].path + "." + name
        guard let content = content(type, path) else { return }
        var element = shape
        element.content = content
        tiers.apply(to: &element, name: name, type: String(type), path: path)
        if let rule = rules.rule(nodes[number], name) { apply(rule, to: &element) }
        nodes[number].elements.append(element)
        nodes[number].names.append(name)
    }

    private mutating func apply(_ rule: ElementRules.Rule, to element: inout SchemaElement) {
        if let id = rule.valueSet { element.valueSet = valueSets.number(id) }
        if let names = rule.targets { element.targets = targets.number(names) }
    }

    private func content(_ type: Substring, _ path: String) -> SchemaElement.Content? {
        if let kind = PrimitiveKind(rawValue: String(type)) { return .primitive(kind) }
        if type == "Resource" { return .resource }
        let name = type == "+" ? path : type.first == "#" ? String(type.dropFirst()) : String(type)
        return numbers[name].map { .node($0) }
    }
}
