import Vocabulary

extension ClinicalQuery {
    /// The types whose resources would have to refer to what is found: by `_has`, `_list` and `_revinclude`.
    public var referringTypes: Set<ResourceType> {
        var nodes: Set<UInt16> = []
        for criterion in criteria {
            ClinicalQuery.walk(criterion, type.node, refers: { nodes.insert($0) }, asks: { _, _ in })
        }
        for rule in includes where rule.isReverse {
            guard let source = rule.source else { return Set(ResourceType.all) }
            nodes.insert(source.node)
        }
        return Set(ResourceType.all.filter { nodes.contains($0.node) })
    }

    /// Whether it asks for an element that needs a tier beyond these, in a resource about no patient that is not sealed whole.
    public func asks(beyond tiers: Tiers) -> Bool {
        var needed: Tiers = []
        for criterion in criteria {
            ClinicalQuery.walk(criterion, type.node, refers: { _ in }) { parameter, node in
                needed.formUnion(ClinicalQuery.tiers(of: parameter, node))
            }
        }
        return !tiers.isSuperset(of: needed)
    }

    private static func walk(
        _ criterion: Criterion, _ node: UInt16, refers: (UInt16) -> Void, asks: (SearchParameter, UInt16) -> Void
    ) {
        switch criterion {
        case .value(let parameter, _): asks(parameter, node)
        case .chain(let parameter, let links):
            asks(parameter, node)
            for link in links { walk(link.criterion, link.type, refers: refers, asks: asks) }
        case .reverse(let parameter, let link):
            refers(link.type)
            asks(parameter, link.type)
            walk(link.criterion, link.type, refers: refers, asks: asks)
        }
    }

    private static func tiers(of parameter: SearchParameter, _ node: UInt16) -> Tiers {
        guard !ResourceType.whole.contains(Schema.r4.nodes[Int(node)].path) else { return [] }
        guard !parameter.isOfWords else { return .all }
        return parameter.path.map { tiers(of: $0.expression, node) } ?? []
    }

    /// The tiers of the members that a path begins with.
    private static func tiers(of expression: PathExpression, _ node: UInt16) -> Tiers {
        switch expression {
        case .chain(.group(let inner), _): return tiers(of: inner, node)
        case .chain(_, let steps):
            for case .member(let name, _) in steps {
                return Schema.r4.find(name, in: node).map { Tiers($0.floor) } ?? []
            }
            return []
        case .union(let parts), .all(let parts), .any(let parts):
            return parts.reduce(into: Tiers()) { $0.formUnion(tiers(of: $1, node)) }
        case .equal(let left, let right, _): return tiers(of: left, node).union(tiers(of: right, node))
        }
    }
}
