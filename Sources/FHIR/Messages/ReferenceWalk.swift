import JSONTree

/// One walk that visits references. What has none is not copied.
struct ReferenceWalk {
    let schema = Schema.r4
    let map: (String) -> String?

    /// The object with other references; nil when it stays as it is.
    func walk(_ object: JSONObject, _ node: UInt16, _ depth: Int) -> JSONObject? {
        guard depth < TierSplit.maximumDepth else { return nil }
        var changed: JSONObject?
        let members = object.members.span
        for place in members.indices where isWalked(members[place].value, node) {
            guard let element = schema.find(members[place].key, in: node),
                let value = walk(members[place], element, node, depth)
            else { continue }
            changed = changed ?? object
            changed?.replace(at: place, with: value)
        }
        return changed
    }

    /// Whether a reference may be in the value: strings are references in two types only.
    private func isWalked(_ value: JSONValue, _ node: UInt16) -> Bool {
        switch value {
        case .object, .array: true
        case .string: node == schema.reference || node == schema.attachment
        default: false
        }
    }

    /// The member's new value; nil when it stays.
    private func walk(
        _ member: JSONObject.Member, _ element: SchemaElement, _ node: UInt16, _ depth: Int
    ) -> JSONValue? {
        switch member.value {
        case .string(let text):
            let isReference =
                node == schema.reference && member.key == "reference"
                || node == schema.attachment && member.key == "url"
            return isReference ? map(text).map(JSONValue.string) : nil
        case .object(let object): return walk(object, element, depth).map(JSONValue.object)
        case .array(let items): return walk(items, element, depth).map(JSONValue.array)
        default: return nil
        }
    }

    private func walk(_ items: [JSONValue], _ element: SchemaElement, _ depth: Int) -> [JSONValue]? {
        var changed: [JSONValue]?
        for (place, item) in items.enumerated() {
            guard case .object(let object) = item, let new = walk(object, element, depth) else { continue }
            changed = changed ?? items
            changed?[place] = .object(new)
        }
        return changed
    }

    private func walk(_ object: JSONObject, _ element: SchemaElement, _ depth: Int) -> JSONObject? {
        switch element.content {
        case .node(let node): walk(object, node, depth + 1)
        case .primitive: walk(object, schema.element, depth + 1)
        case .resource: schema.resource(of: object).flatMap { walk(object, $0, depth + 1) }
        }
    }
}
