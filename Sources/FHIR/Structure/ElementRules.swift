/// What the definitions ask of single elements besides structure: presence, coding, targets of references.
struct ElementRules {
    /// What is asked of one element.
    struct Rule {
        /// Whether it must be there.
        var isRequired = false
        /// The id of the value set that it must be coded with.
        var valueSet: String?
        /// The resource types that it may refer to, as written in the table.
        var targets: String?
    }

    private var rules: [String: Rule] = [:]

    /// Reads words such as `status!=observation-status`, each node's after its `@path`.
    init(_ texts: String...) {
        var node: Substring = ""
        for word in texts.flatMap(DefinitionText.words) {
            guard word.first != "@" else {
                node = word.dropFirst()
                continue
            }
            let name = word.prefix { !"!=>".contains($0) }
            var rule = Rule()
            var rest = word.dropFirst(name.count)
            if rest.first == "!" {
                rule.isRequired = true
                rest.removeFirst()
            }
            if rest.first == "=" {
                let set = rest.dropFirst().prefix { $0 != ">" }
                rule.valueSet = String(set)
                rest = rest.dropFirst(1 + set.count)
            }
            if rest.first == ">" { rule.targets = String(rest.dropFirst()) }
            rules[node + "." + name] = rule
        }
    }

    /// The rule of a node's element. `language` is the same in every resource.
    func rule(_ node: SchemaNode, _ name: String) -> Rule? {
        rules[node.path + "." + name] ?? (node.base.isResource ? rules["Resource." + name] : nil)
    }

    /// All of them, by path.
    var all: [String: Rule] { rules }
}
