extension ClinicalQuery {
    /// The types of resources that take part: searched, chained over, included. Nil: any type may.
    ///
    /// A search of a set that lacks other types answers the same.
    public var types: Set<ResourceType>? {
        var types: Set = [type.node]
        for criterion in criteria { ClinicalQuery.add(criterion, to: &types) }
        for rule in includes {
            guard let source = rule.source, let parameter = rule.parameter else { return nil }
            guard !rule.isReverse else {
                types.insert(source.node)
                continue
            }
            guard let targets = rule.target.map({ [$0] }) ?? parameter.targets else { return nil }
            types.formUnion(targets.map(\.node))
        }
        return Set(ResourceType.all.filter { types.contains($0.node) })
    }

    private static func add(_ criterion: Criterion, to types: inout Set<UInt16>) {
        let links: [Criterion.Link]
        switch criterion {
        case .value: return
        case .chain(_, let chained): links = chained
        case .reverse(_, let link): links = [link]
        }
        for link in links {
            types.insert(link.type)
            add(link.criterion, to: &types)
        }
    }
}
