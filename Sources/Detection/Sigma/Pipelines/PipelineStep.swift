/// A step of a pipeline: what it does, and to which rules, keys and fields.
struct PipelineStep: Sendable {
    let id: String
    let place: RulePlace
    let transformation: Transformation
    let rules: PipelineCondition<RuleTest>
    let items: PipelineCondition<ItemTest>
    let fields: PipelineCondition<FieldCondition>

    init(_ node: SigmaNode, number: Int, limits: SigmaLimits) throws(RuleError) {
        _ = try node.map("a transformation")
        id = try node.text("id") ?? "step-\(number + 1)"
        place = node.place
        transformation = try Transformation(node, id: "step-\(number + 1)", limits: limits)
        rules = try PipelineCondition(node, "rule", limits: limits) { (node) throws(RuleError) in try RuleTest(node) }
        items = try PipelineCondition(node, "detection_item", limits: limits) { (node) throws(RuleError) in
            try ItemTest(node)
        }
        fields = try PipelineCondition(node, "field_name", limits: limits) { (node) throws(RuleError) in
            try FieldCondition(node)
        }
    }

    func isFor(_ draft: RuleDraft) -> Bool { rules.holds { $0.holds(draft) } }

    func isFor(_ draft: CorrelationDraft, sources: [LogSource]) -> Bool {
        rules.holds { $0.holds(draft, sources: sources) }
    }

    /// Whether it is about this key.
    func isFor(_ item: DetectionItem) -> Bool {
        guard items.holds({ $0.holds(item) }) else { return false }
        if isFor(field: item.field) { return true }
        return item.values.contains { if case .field(let other) = $0 { isFor(field: other.field) } else { false } }
    }

    /// Whether it is about this field.
    func isFor(field: String?) -> Bool { fields.holds { $0.holds(field) } }

    /// A field's names after this step.
    func names(of field: String) -> [String] {
        isFor(field: field) ? transformation.names(of: field) ?? [field] : [field]
    }
}
