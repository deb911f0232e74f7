/// A condition of a step on one key of a detection (pySigma's detection item conditions).
struct ItemTest: Sendable {
    /// What is asked of each value.
    enum Question: Sendable {
        case value(SigmaValue)
        case hasWildcard, isNull
        case applied(String)
    }

    let question: Question
    /// Whether all values must answer yes (`cond: all`), rather than any.
    let needsAll: Bool

    private static let names = ["match_value", "contains_wildcard", "is_null", "processing_item_applied"]

    init(_ node: SigmaNode) throws(RuleError) {
        let word = try node.text("cond") ?? "any"
        guard word == "any" || word == "all" else {
            throw node.place.refuse("cond is neither", instead: "write any or all")
        }
        needsAll = word == "all"
        switch try node.requiredText("type") {
        case "match_value": question = .value(try SigmaValue(reading: node))
        case "contains_wildcard": question = .hasWildcard
        case "is_null": question = .isNull
        case "processing_item_applied": question = .applied(try node.requiredText("processing_item_id"))
        case let type: throw ConditionSyntax.unknown(type, among: ItemTest.names, node.place)
        }
    }

    /// Whether it holds of a key and its values.
    func holds(_ item: DetectionItem) -> Bool {
        if case .applied(let id) = question { return item.applied.contains(id) }
        return needsAll ? item.values.allSatisfy { holds($0) } : item.values.contains { holds($0) }
    }

    private func holds(_ value: SigmaValue) -> Bool {
        switch (question, value) {
        case (.value(let wanted), _): wanted == value
        case (.hasWildcard, .text(let text)): text.hasWildcards
        case (.isNull, .null): true
        default: false
        }
    }
}
