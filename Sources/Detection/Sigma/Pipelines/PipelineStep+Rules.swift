extension PipelineStep {
    /// Does to a rule what it does.
    func apply(
        to draft: inout RuleDraft, variables: [String: [SigmaText]], limits: SigmaLimits
    ) throws(RuleError) {
        switch transformation {
        case .require(let search, let isNegated):
            draft.require([search], isNegated ? .not(.search(0)) : .search(0), first: true)
        case .change(let source): draft.source = source
        case .fail(let message, itemsOnly: false): throw draft.head.place.refuse(message)
        case .show(let add, let remove, let replaces):
            draft.head.fields = (replaces ? [] : draft.head.fields.filter { !remove.contains($0) }) + add
        case .mapFields, .mapPrefixes, .surround:
            draft.head.fields = draft.head.fields.flatMap { names(of: $0) }
            try change(&draft) { (item) throws(RuleError) in renamed(item) }
        case .drop: try change(&draft) { (_) throws(RuleError) in nil }
        case .fail(let message, itemsOnly: true):
            try change(&draft) { (item) throws(RuleError) in throw item.place.refuse(message) }
        case .placeholders(let choice):
            try change(&draft) { (item) throws(RuleError) in
                var (item, values): (DetectionItem, [SigmaValue]) = (item, [])
                for value in item.values {
                    let found = try choice.values(of: value, item.place, variables, limit: limits.values)
                    values += item.needsAll && found.count > 1 ? [.variants(found)] : found
                }
                item.values = values
                return .item(item)
            }
        }
    }

    private func change(
        _ draft: inout RuleDraft, _ work: (DetectionItem) throws(RuleError) -> DetectionTree?
    ) throws(RuleError) {
        for index in draft.searches.indices {
            draft.searches[index].tree = try draft.searches[index].tree?.mapped { (item) throws(RuleError) in
                guard isFor(item) else { return .item(item) }
                var item = item
                item.applied.insert(id)
                return try work(item)
            }
        }
    }

    /// A key with new names, for its field and for those it refers to; several names are ORed.
    private func renamed(_ item: DetectionItem) -> DetectionTree {
        var item = item
        item.values = item.values.map { renamed($0) }
        guard let field = item.field else { return .item(item) }
        let fields = names(of: field)
        let parts = fields.map { name in
            var part = item
            part.field = name
            return DetectionTree.item(part)
        }
        return parts.count == 1 ? parts[0] : item.isNegated ? .all(parts) : .any(parts)
    }

    private func renamed(_ value: SigmaValue) -> SigmaValue {
        guard case .field(let other) = value else { return value }
        let references = names(of: other.field).map { name in
            var renamed = other
            renamed.field = name
            return SigmaValue.field(renamed)
        }
        return references.count == 1 ? references[0] : .variants(references)
    }
}
