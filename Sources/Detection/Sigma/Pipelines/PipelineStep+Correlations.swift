extension PipelineStep {
    /// Does to a correlation what it does: names of fields, what is shown, a failure; the rest is for rules.
    func apply(to draft: inout CorrelationDraft) throws(RuleError) {
        switch transformation {
        case .fail(let message, itemsOnly: false): throw draft.head.place.refuse(message)
        case .show(let add, let remove, let replaces):
            draft.head.fields = (replaces ? [] : draft.head.fields.filter { !remove.contains($0) }) + add
        case .mapFields, .mapPrefixes, .surround: try rename(&draft)
        default: break
        }
    }

    private func rename(_ draft: inout CorrelationDraft) throws(RuleError) {
        let aliases = Set(draft.aliases.map(\.name))
        draft.head.fields = draft.head.fields.flatMap { names(of: $0) }
        draft.groupBy = draft.groupBy.flatMap { aliases.contains($0) ? [$0] : names(of: $0) }
        for alias in draft.aliases.indices {
            for index in draft.aliases[alias].fields.indices {
                let field = draft.aliases[alias].fields[index].field
                draft.aliases[alias].fields[index].field = try oneName(of: field, draft.head.place)
            }
        }
        var fields: [String] = []
        for field in draft.fields {
            fields.append(aliases.contains(field) ? field : try oneName(of: field, draft.head.place))
        }
        draft.fields = fields
    }

    private func oneName(of field: String, _ place: RulePlace) throws(RuleError) -> String {
        let names = names(of: field)
        guard names.count == 1, let name = names.first else {
            throw place.refuse(
                "the pipeline gives `\(field.prefix(60))` \(names.count) names, and a correlation counts one",
                instead: "map it to one name")
        }
        return name
    }
}
