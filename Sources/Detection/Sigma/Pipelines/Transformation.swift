/// What a step of a pipeline does, by pySigma's names.
enum Transformation: Sendable {
    /// `field_name_mapping`: other names, several of which are ORed.
    case mapFields([String: [String]])
    /// `field_name_prefix_mapping`.
    case mapPrefixes([(from: String, to: [String])])
    /// `field_name_prefix` and `field_name_suffix`.
    case surround(prefix: String, suffix: String)
    /// `add_condition`: a map that must hold as well.
    case require(NamedDetection, isNegated: Bool)
    /// `change_logsource`.
    case change(LogSource)
    /// `value_placeholders` and `wildcard_placeholders`.
    case placeholders(PlaceholderChoice)
    /// `drop_detection_item`.
    case drop
    /// `rule_failure` and `detection_item_failure`.
    case fail(String, itemsOnly: Bool)
    /// `add_field`, `remove_field`, `set_field`: what findings show.
    case show(add: [String], remove: Set<String>, replaces: Bool)

    /// Whether it changes names of fields.
    var renames: Bool {
        switch self {
        case .mapFields, .mapPrefixes, .surround: true
        default: false
        }
    }

    /// The new names of a field; nil where it keeps its own.
    func names(of field: String) -> [String]? {
        switch self {
        case .mapFields(let mapping): return mapping[field]
        case .mapPrefixes(let mapping):
            guard let found = mapping.first(where: { field.hasPrefix($0.from) }) else { return nil }
            return found.to.map { $0 + field.dropFirst(found.from.count) }
        case .surround(let prefix, let suffix): return [prefix + field + suffix]
        default: return nil
        }
    }
}
