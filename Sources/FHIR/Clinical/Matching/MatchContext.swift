/// What matching a resource needs besides its elements.
struct MatchContext {
    /// The resource.
    let root: PathNode
    /// Our own addresses.
    let bases: [String]
    /// Minutes ahead of UTC of dates without a zone.
    let zone: Int
    /// What a reference points to, among what is searched.
    let resolve: (String) -> PathNode?

    /// The elements that a path leads to from one of the resource's.
    func values(_ path: ElementPath, from node: PathNode) -> [PathNode] {
        path.values(from: node, root: root, resolve: resolve).map(\.unwrapped).filter(\.isPresent)
    }
}

extension PathNode {
    /// Whether there is a value: a primitive with nothing but extensions has none.
    var isPresent: Bool { !value.isNull }

    /// The value of an extension, for paths that end at one.
    var unwrapped: PathNode {
        guard kind == .node(Schema.r4.extended), let object = value.object else { return self }
        for member in object.members where member.key.utf8.starts(with: "value".utf8) {
            guard let element = Schema.r4.find(member.key, in: Schema.r4.extended) else { continue }
            switch element.content {
            case .primitive(let kind): return PathNode(member.value, .primitive(kind))
            case .node(let node): return PathNode(member.value, .node(node))
            case .resource: continue
            }
        }
        return PathNode(.null, kind)
    }

    /// A member's text.
    func text(_ key: String) -> String? { value[key]?.string }
}
