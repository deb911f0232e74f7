import JSONTree

/// One walk that visits references.
struct ReferenceWalk {
    let schema = Schema.r4
    let map: (String) -> String?

    func walk(_ object: JSONObject, _ node: UInt16, _ depth: Int) -> JSONObject {
        guard depth < TierSplit.maximumDepth else { return object }
        var object = object
        for member in object.members {
            guard let element = schema.find(member.key, in: node),
                let value = walk(member, element, node, depth)
            else { continue }
            object[member.key] = value
        }
        return object
    }

    /// The member's new value; nil when it stays.
    private func walk(
        _ member: JSONObject.Member, _ element: SchemaElement, _ node: UInt16, _ depth: Int
    ) -> JSONValue? {
        let isReference =
            node == schema.reference && member.key == "reference" || node == schema.attachment && member.key == "url"
        if isReference { return member.value.string.flatMap(map).map(JSONValue.string) }
        switch member.value {
        case .object(let object): return walk(object, element, depth).map(JSONValue.object)
        case .array(let items):
            return .array(
                items.map { item in
                    guard case .object(let object) = item else { return item }
                    return .object(walk(object, element, depth) ?? object)
                })
        default: return nil
        }
    }

    private func walk(_ object: JSONObject, _ element: SchemaElement, _ depth: Int) -> JSONObject? {
        switch element.content {
        case .node(let node): walk(object, node, depth + 1)
        case .primitive: walk(object, schema.element, depth + 1)
        case .resource: schema.resource(of: object).map { walk(object, $0, depth + 1) }
        }
    }
}
