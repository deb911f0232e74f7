/// A named detection while filters and pipelines work on it: maps are `all`, lists are `any`.
indirect enum DetectionTree: Sendable {
    case all([DetectionTree])
    case any([DetectionTree])
    case item(DetectionItem)

    /// All items, in order.
    var items: [DetectionItem] {
        switch self {
        case .all(let parts), .any(let parts): parts.flatMap(\.items)
        case .item(let item): [item]
        }
    }

    /// The tree with each item replaced; nil drops one, and a part without items goes with it.
    func mapped(_ change: (DetectionItem) throws(RuleError) -> DetectionTree?) throws(RuleError) -> DetectionTree? {
        switch self {
        case .item(let item): return try change(item)
        case .all(let parts):
            let left = try DetectionTree.mapped(parts, change)
            return left.isEmpty ? nil : .all(left)
        case .any(let parts):
            let left = try DetectionTree.mapped(parts, change)
            return left.isEmpty ? nil : .any(left)
        }
    }

    private static func mapped(
        _ parts: [DetectionTree], _ change: (DetectionItem) throws(RuleError) -> DetectionTree?
    ) throws(RuleError) -> [DetectionTree] {
        var left: [DetectionTree] = []
        for part in parts { if let part = try part.mapped(change) { left.append(part) } }
        return left
    }

    /// As the engine takes it; a part alone stands for itself.
    var body: Search.Body {
        switch self {
        case .item(let item): item.body
        case .all(let parts): parts.count == 1 ? parts[0].body : .all(parts.map(\.body))
        case .any(let parts): parts.count == 1 ? parts[0].body : .any(parts.map(\.body))
        }
    }
}
