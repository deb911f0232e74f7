import JSONTree

extension PathEvaluator {
    /// One step on.
    mutating func follow(_ step: PathStep, _ nodes: [PathNode]) throws(PathError) -> [PathNode] {
        try visit(nodes.count)
        switch step {
        case .member(let name, let extra):
            var found: [PathNode] = []
            for node in nodes { try member(name, extra, of: node, &found) }
            return found
        case .index(let index): return index < nodes.count ? [nodes[index]] : []
        case .filter(let criterion): return try filter(nodes, criterion)
        case .ofType(let type): return nodes.filter { type.includes($0.kind) }
        case .isType(let type): return nodes.first.map { [PathNode(nodes.count == 1 && type.includes($0.kind))] } ?? []
        case .exists(let criterion?): return [PathNode(!(try filter(nodes, criterion).isEmpty))]
        case .exists(nil): return [PathNode(!nodes.isEmpty)]
        case .isEmpty: return [PathNode(nodes.isEmpty)]
        case .not: return PathEvaluator.truth(nodes).map { [PathNode(!$0)] } ?? []
        case .first: return Array(nodes.prefix(1))
        case .last: return Array(nodes.suffix(1))
        case .resolve: return nodes.compactMap(target)
        case .extended(let url): return try extensions(of: nodes, url)
        case .hasExtension(let url): return [PathNode(!(try extensions(of: nodes, url).isEmpty))]
        }
    }

    private mutating func filter(
        _ nodes: [PathNode], _ criterion: PathExpression
    ) throws(PathError) -> [PathNode] {
        var kept: [PathNode] = []
        for node in nodes where PathEvaluator.truth(try evaluate(criterion, node)) == true { kept.append(node) }
        return kept
    }

    private mutating func extensions(of nodes: [PathNode], _ url: String) throws(PathError) -> [PathNode] {
        var found: [PathNode] = []
        for node in nodes { try member("extension", "_extension", of: node, &found) }
        return found.filter { $0.value["url"] == .string(url) }
    }

    /// What a reference points to: a contained resource, one that the caller has, or only its type.
    private func target(of node: PathNode) -> PathNode? {
        let text = node.value["reference"]?.string ?? node.value.string
        if let text {
            if text.utf8.first == UInt8(ascii: "#") { return contained(String(text.dropFirst())) }
            if let found = resolve(text) { return found }
        }
        let type = text.flatMap(References.targetType) ?? node.value["type"]?.string
        return type.flatMap(schema.resource).map { PathNode(.null, .node($0)) }
    }

    private func contained(_ id: String) -> PathNode? {
        root.value["contained"]?.array?.first { $0["id"] == .string(id) }.flatMap { PathNode(resource: $0) }
    }
}
