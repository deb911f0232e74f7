extension Transformation {
    static let names = [
        "field_name_mapping", "field_name_prefix_mapping", "field_name_prefix", "field_name_suffix", "add_condition",
        "change_logsource", "value_placeholders", "wildcard_placeholders", "drop_detection_item", "rule_failure",
        "detection_item_failure", "add_field", "remove_field", "set_field",
    ]
    /// Those that would reach outside: commands, files, addresses.
    private static let forbidden: Set<String> = [
        "command_placeholders", "http_placeholders", "file_placeholders", "query_expression_placeholders",
    ]

    init(_ node: SigmaNode, id: String, limits: SigmaLimits) throws(RuleError) {
        switch try node.requiredText("type") {
        case "field_name_mapping": self = .mapFields(try Transformation.mapping(node))
        case "field_name_prefix_mapping":
            self = .mapPrefixes(try Transformation.mapping(node).sorted { $0.key > $1.key }.map { ($0.key, $0.value) })
        case "field_name_prefix": self = .surround(prefix: try node.requiredText("prefix"), suffix: "")
        case "field_name_suffix": self = .surround(prefix: "", suffix: try node.requiredText("suffix"))
        case "add_condition": self = try Transformation.condition(node, id: id, limits: limits)
        case "change_logsource":
            self = .change(
                LogSource(
                    category: try node.text("category"), product: try node.text("product"),
                    service: try node.text("service")))
        case "value_placeholders": self = .placeholders(try PlaceholderChoice(node, isWildcard: false))
        case "wildcard_placeholders": self = .placeholders(try PlaceholderChoice(node, isWildcard: true))
        case "drop_detection_item": self = .drop
        case "rule_failure": self = .fail(try node.requiredText("message"), itemsOnly: false)
        case "detection_item_failure": self = .fail(try node.requiredText("message"), itemsOnly: true)
        case "add_field": self = .show(add: try node.texts("field", takesOne: true), remove: [], replaces: false)
        case "remove_field":
            self = .show(add: [], remove: Set(try node.texts("field", takesOne: true)), replaces: false)
        case "set_field": self = .show(add: try node.texts("fields"), remove: [], replaces: true)
        case let type: throw Transformation.refusal(type, node["type"]?.place ?? node.place)
        }
    }

    private static func refusal(_ type: String, _ place: RulePlace) -> RuleError {
        guard !forbidden.contains(type) else {
            return place.refuse(
                "`\(type)` would reach outside: no commands, files or addresses",
                instead: "write the values under `vars` and use value_placeholders")
        }
        return ConditionSyntax.unknown(type, among: names, place)
    }

    private static func mapping(_ node: SigmaNode) throws(RuleError) -> [String: [String]] {
        guard let section = node["mapping"] else {
            throw node.place.refuse("mapping is missing", instead: "write `mapping:`")
        }
        var mapping: [String: [String]] = [:]
        for entry in try section.map("mapping") {
            let names = try entry.value.asTexts("the mapping of \(entry.key.prefix(60))", takesOne: true)
            guard !names.isEmpty, names.allSatisfy({ !$0.isEmpty }) else {
                throw entry.place.refuse(
                    "a field mapped to nothing", instead: "write a name, or use drop_detection_item")
            }
            mapping[entry.key] = names
        }
        return mapping
    }

    private static func condition(_ node: SigmaNode, id: String, limits: SigmaLimits) throws(RuleError)
        -> Transformation
    {
        guard let section = node["conditions"] else {
            throw node.place.refuse("conditions is missing", instead: "write `conditions:` with fields and values")
        }
        guard try !(node.bool("template") ?? false) else {
            throw node.place.refuse("conditions from templates", instead: "write one step for each logsource")
        }
        _ = try section.map("conditions")
        var reader = DetectionReader(limits: limits)
        let name = try node.text("name") ?? "_condition_\(id)"
        let found = reader.searches([.init(key: name, place: section.place, value: section)], except: [])
        if let error = reader.errors.first { throw error }
        guard let search = found.first else {
            throw section.place.refuse("no conditions", instead: "write fields and values")
        }
        return .require(search, isNegated: try node.bool("negated") ?? false)
    }
}
