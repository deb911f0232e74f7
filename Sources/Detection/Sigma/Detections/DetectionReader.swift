/// Reads the searches of a `detection` or a `filter` (Sigma rules specification 2.1, "Detection").
struct DetectionReader {
    let limits: SigmaLimits
    /// Tests counted so far in the rule.
    private var tests = 0
    /// What was wrong; other keys are read all the same.
    private(set) var errors: [RuleError] = []

    init(limits: SigmaLimits) { self.limits = limits }

    /// The named searches among the keys; `condition` and other words of the section are left out.
    mutating func searches(_ entries: [SigmaNode.Entry], except words: Set<String>) -> [NamedDetection] {
        var found: [NamedDetection] = []
        for entry in entries where !words.contains(entry.key) {
            if let tree = collecting({ (reader) throws(RuleError) in try reader.search(entry) }) {
                found.append(NamedDetection(name: entry.key, tree: tree))
            }
        }
        return found
    }

    private mutating func collecting<T>(_ work: (inout DetectionReader) throws(RuleError) -> T) -> T? {
        do { return try work(&self) } catch {
            errors.append(error)
            return nil
        }
    }

    private mutating func search(_ entry: SigmaNode.Entry) throws(RuleError) -> DetectionTree? {
        if entry.key == "timeframe" {
            throw entry.place.refuse(
                "`timeframe` belongs to the old aggregations", instead: "write a correlation with `timespan`")
        }
        guard !entry.key.isEmpty, entry.key.utf8.count <= 256 else {
            throw entry.place.refuse(
                "the name of a search has \(entry.key.utf8.count) bytes", instead: "write 1 to 256")
        }
        return try tree(entry.value)
    }

    private mutating func tree(_ node: SigmaNode) throws(RuleError) -> DetectionTree? {
        switch node.content {
        case .scalar(.null):
            throw node.place.refuse("an empty search", instead: "write fields and values, or a list of keywords")
        case .scalar: return try keywords([node], node.place)
        case .map(let entries): return try map(entries, node.place)
        case .list(let items): return try list(items, node.place)
        }
    }

    private mutating func list(_ items: [SigmaNode], _ place: RulePlace) throws(RuleError) -> DetectionTree? {
        guard !items.isEmpty else {
            throw place.refuse("an empty list matches nothing", instead: "write keywords or maps")
        }
        let areKeywords = items.allSatisfy { if case .scalar = $0.content { true } else { false } }
        if areKeywords { return try keywords(items, place) }
        var parts: [DetectionTree] = []
        for item in items {
            if let part = collecting({ (reader) throws(RuleError) in try reader.tree(item) }), let part {
                parts.append(part)
            }
        }
        return parts.isEmpty ? nil : .any(parts)
    }

    private mutating func map(_ entries: [SigmaNode.Entry], _ place: RulePlace) throws(RuleError) -> DetectionTree? {
        guard !entries.isEmpty else {
            throw place.refuse("an empty map matches everything", instead: "write fields and values")
        }
        var parts: [DetectionTree] = []
        for entry in entries {
            let part = collecting { (reader) throws(RuleError) in
                try reader.item(try ModifierChain(entry.key, place: entry.place), entry.value, entry.place)
            }
            if let part { parts.append(.item(part)) }
        }
        return parts.isEmpty ? nil : .all(parts)
    }

    private mutating func keywords(_ items: [SigmaNode], _ place: RulePlace) throws(RuleError) -> DetectionTree {
        .item(try item(ModifierChain(), SigmaNode(place: place, content: .list(items)), place))
    }

    /// One key with its values.
    mutating func item(_ chain: ModifierChain, _ node: SigmaNode, _ place: RulePlace) throws(RuleError) -> DetectionItem
    {
        var values: [SigmaValue] = []
        for (scalar, place) in try DetectionReader.scalars(node) {
            if case .null = scalar, chain.field == nil {
                throw place.refuse("null as a keyword", instead: "write the field that has no value")
            }
            let value = try chain.value(of: scalar, place: place, limits: limits)
            tests += value.cost
            guard tests <= limits.tests else {
                throw place.refuse("tests of one rule", costs: tests, limit: limits.tests)
            }
            values.append(value)
        }
        return DetectionItem(
            place: place, field: chain.field, values: values, needsAll: chain.needsAll, isNegated: chain.isNegated,
            isPositioned: chain.isPositioned)
    }

    /// The value, or the values of a list; null is a value of its own and not one of a list.
    private static func scalars(_ node: SigmaNode) throws(RuleError) -> [(SigmaScalar, RulePlace)] {
        switch node.content {
        case .scalar(let scalar): return [(scalar, node.place)]
        case .map:
            throw node.place.refuse("a field cannot hold a map", instead: "name nested fields by dots, as `a.b: value`")
        case .list(let items):
            guard !items.isEmpty else {
                throw node.place.refuse("a field without values", instead: "write a value, '' or null")
            }
            var found: [(SigmaScalar, RulePlace)] = []
            for item in items {
                guard case .scalar(let scalar) = item.content else {
                    throw item.place.refuse("\(item.kind) among values", instead: "write values only")
                }
                if case .null = scalar, items.count > 1 {
                    throw item.place.refuse(
                        "null among other values",
                        instead: "write a search of its own for `field: null` and join the two in the condition")
                }
                found.append((scalar, item.place))
            }
            return found
        }
    }
}
