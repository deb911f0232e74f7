/// The fields of the taxonomy that have only certain words, and formats' own members of the same names.
enum TaxonomyWords {
    private static let all: [String: Set<String>] = [
        Taxonomy.action: Set(Action.allCases.map(\.rawValue)),
        Taxonomy.outcome: ["success", "failure"],
        Taxonomy.statement: Set(StatementClass.allCases.map(\.rawValue)),
    ]

    /// The name under which a log's own field stands: `AuditEvent.action` for FHIR's `action` of `R`, which is no word
    /// of ``Taxonomy/action``. A value that is one keeps the name.
    static func name(_ name: String, value: String?, format: String) -> String {
        guard let words = all[name] else { return name }
        return value.map(words.contains) == true ? name : "\(format).\(name)"
    }
}
