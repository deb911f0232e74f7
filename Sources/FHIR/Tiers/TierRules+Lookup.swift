import Vocabulary

extension TierRules {
    /// The reasons that elements point to.
    static let reasons: [String] = (types + elements).map(\.reason)

    /// The rules by name, for reading the structure once.
    struct Lookup {
        private var types: [String: Int] = [:]
        private var elements: [String: Int] = [:]

        init() {
            for (index, rule) in TierRules.types.enumerated() {
                for name in rule.names { types[name] = index }
            }
            for (index, rule) in TierRules.elements.enumerated() {
                for name in rule.names { elements[name] = TierRules.types.count + index }
            }
        }

        /// Gives an element its floor, the reason and what else decides.
        func apply(to element: inout SchemaElement, name: String, type: String, path: String) {
            if let index = types[type], type != "string" || TierRules.plainReason(name, path) == nil {
                raise(&element, TierRules.types[index].tier, index)
            }
            if let index = elements[path] {
                raise(&element, TierRules.elements[index - TierRules.types.count].tier, index)
            }
            switch (type, path) {
            case ("Identifier", _): element.rule = .identifier
            case ("Extension", _): element.rule = .extended
            case (_, "CodeableConcept.text"): element.rule = .conceptText
            default: break
            }
        }

        private func raise(_ element: inout SchemaElement, _ tier: Tier, _ reason: Int) {
            guard tier > element.floor else { return }
            element.floor = tier
            element.reason = Int16(reason)
        }
    }

    /// Why a string is as sensitive as its parent; nil when someone may type freely in it.
    static func plainReason(_ name: String, _ path: String) -> String? {
        plainReasons[path] ?? plainReasons["*." + name]
    }

    private static let plainReasons: [String: String] = {
        var reasons: [String: String] = [:]
        for (names, reason) in plainStrings {
            for name in names.split(whereSeparator: \.isWhitespace) { reasons[String(name)] = reason }
        }
        return reasons
    }()

    /// Base tier and reason of a resource type.
    static func base(_ type: String) -> (tier: Tier, reason: String) {
        guard let rule = basesByType[type] else { return (.medical, "care") }
        return (rule.tier, rule.reason)
    }

    private static let basesByType: [String: Rule] = {
        var table: [String: Rule] = [:]
        for rule in bases {
            for name in rule.names { table[name] = rule }
        }
        return table
    }()

    /// Base tiers by node number, for the walk.
    static let baseByNode: [Tier] = Schema.r4.nodes.map { base($0.path).tier }
}
