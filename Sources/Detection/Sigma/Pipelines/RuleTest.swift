/// A condition of a step on the whole rule (pySigma's rule conditions).
enum RuleTest: Sendable {
    case logsource(LogSource)
    case containsItem(field: String, value: SigmaValue)
    case containsField(String)
    case applied(String)
    case tag(String)
    case isRule, isCorrelation

    private static let names = [
        "logsource", "contains_detection_item", "contains_field", "processing_item_applied", "tag", "is_sigma_rule",
        "is_sigma_correlation_rule",
    ]

    init(_ node: SigmaNode) throws(RuleError) {
        switch try node.requiredText("type") {
        case "logsource":
            self = .logsource(
                LogSource(
                    category: try node.text("category"), product: try node.text("product"),
                    service: try node.text("service")))
        case "contains_detection_item":
            self = .containsItem(field: try node.requiredText("field"), value: try SigmaValue(reading: node))
        case "contains_field": self = .containsField(try node.requiredText("field"))
        case "processing_item_applied": self = .applied(try node.requiredText("processing_item_id"))
        case "tag": self = .tag(try node.requiredText("tag"))
        case "is_sigma_rule": self = .isRule
        case "is_sigma_correlation_rule": self = .isCorrelation
        case let type: throw ConditionSyntax.unknown(type, among: RuleTest.names, node.place)
        }
    }

    /// Whether it holds of a rule.
    func holds(_ draft: RuleDraft) -> Bool {
        switch self {
        case .logsource(let source): source.contains(draft.source)
        case .containsItem(let field, let value):
            items(draft).contains { $0.field == field && $0.values.contains(value) }
        case .containsField(let field): items(draft).contains { $0.field == field }
        case .applied(let id): draft.applied.contains(id)
        case .tag(let tag): draft.head.tags.contains(tag)
        case .isRule: true
        case .isCorrelation: false
        }
    }

    /// Whether it holds of a correlation, which has the sources of all that it counts.
    func holds(_ draft: CorrelationDraft, sources: [LogSource]) -> Bool {
        switch self {
        case .logsource(let source): sources.contains { source.contains($0) }
        case .containsItem, .containsField, .isRule: false
        case .applied(let id): draft.applied.contains(id)
        case .tag(let tag): draft.head.tags.contains(tag)
        case .isCorrelation: true
        }
    }

    private func items(_ draft: RuleDraft) -> [DetectionItem] { draft.searches.flatMap { $0.tree?.items ?? [] } }
}

extension SigmaValue {
    /// Reads `value` of a pipeline's condition.
    init(reading node: SigmaNode) throws(RuleError) {
        guard let value = node["value"], case .scalar(let scalar) = value.content else {
            throw node.place.refuse("value is missing", instead: "write `value:` with a text, number, true or false")
        }
        self = try ModifierChain().value(of: scalar, place: value.place, limits: SigmaLimits())
    }
}
