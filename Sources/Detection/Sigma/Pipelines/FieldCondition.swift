/// A condition of a step on a field's name (pySigma's field name conditions).
struct FieldCondition: Sendable {
    let names: Set<String>
    let excludes: Bool

    init(_ node: SigmaNode) throws(RuleError) {
        let type = try node.requiredText("type")
        guard type == "include_fields" || type == "exclude_fields" else {
            throw ConditionSyntax.unknown(type, among: ["include_fields", "exclude_fields"], node.place)
        }
        guard try node.text("mode") ?? "plain" == "plain" else {
            throw node.place.refuse("fields by expression", instead: "write mode: plain and the fields' names")
        }
        names = Set(try node.texts("fields"))
        excludes = type == "exclude_fields"
    }

    /// Whether it holds of a field; keywords have none.
    func holds(_ field: String?) -> Bool {
        guard let field else { return excludes }
        return names.contains(field) != excludes
    }
}
