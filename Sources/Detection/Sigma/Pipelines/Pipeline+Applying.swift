extension Pipeline {
    /// Applies its steps to a rule or correlation.
    /// - Parameter sources: The rule's source, or those of all that the correlation counts.
    func apply(to item: inout SigmaItem, sources: [LogSource], limits: SigmaLimits) throws(RuleError) {
        switch item {
        case .rule(var draft):
            for step in steps where step.isFor(draft) {
                try step.apply(to: &draft, variables: variables, limits: limits)
                draft.applied.insert(step.id)
            }
            item = .rule(draft)
        case .correlation(var draft):
            for step in steps where step.isFor(draft, sources: sources) {
                try step.apply(to: &draft)
                draft.applied.insert(step.id)
            }
            item = .correlation(draft)
        }
    }
}
