import JSONTree

extension PathEvaluator {
    /// Appends the elements of a name: of a choice, whichever is there.
    mutating func member(
        _ name: String, _ extra: String, of node: PathNode, _ found: inout [PathNode]
    ) throws(PathError) {
        guard !name.isUnderscored, let (object, number) = content(of: node) else { return }
        if let element = schema.find(name, in: number) {
            guard element.choice == 0 else { return }
            return try append(object[name], object[extra], name, element, node, &found)
        }
        guard let choice = schema.nodes[Int(number)].choices.first(where: { $0.name == name }) else { return }
        let members = object.members.span
        for place in members.indices where members[place].key.withoutUnderscore.utf8.starts(with: name.utf8) {
            let key = members[place].key
            guard let element = schema.find(key, in: number), element.choice == choice.number else { continue }
            guard key.isUnderscored else {
                try append(members[place].value, object["_" + key], key, element, node, &found)
                continue
            }
            let own = key.withoutUnderscore
            if object[own] == nil { try append(nil, members[place].value, own, element, node, &found) }
        }
    }

    /// The object that holds an element's members, and its node: a primitive's is beside it.
    private func content(of node: PathNode) -> (JSONObject, UInt16)? {
        switch (node.kind, node.value, node.extra) {
        case (.node(let number), .object(let object), _): (object, number)
        case (.primitive, _, .object(let object)?): (object, schema.element)
        default: nil
        }
    }

    private mutating func append(
        _ value: JSONValue?, _ extra: JSONValue?, _ key: String, _ element: SchemaElement, _ node: PathNode,
        _ found: inout [PathNode]
    ) throws(PathError) {
        guard value != nil || extra != nil else { return }
        let way = isTracking ? node.location + [.key(key)] : []
        guard value?.array != nil || extra?.array != nil else {
            return try append(value ?? .null, extra, element, way, &found)
        }
        let (items, extras) = (value?.array ?? [], extra?.array ?? [])
        for index in 0..<max(items.count, extras.count) {
            let item = index < items.count ? items[index] : .null
            let beside = index < extras.count && !extras[index].isNull ? extras[index] : nil
            if item.isNull, beside == nil { continue }
            try append(item, beside, element, isTracking ? way + [.index(index)] : [], &found)
        }
    }

    private mutating func append(
        _ value: JSONValue, _ extra: JSONValue?, _ element: SchemaElement, _ way: [PathNode.Place],
        _ found: inout [PathNode]
    ) throws(PathError) {
        try visit(1)
        switch element.content {
        case .primitive(let kind):
            found.append(
                PathNode(value, .primitive(kind), valueSet: element.valueSet, extra: extra, location: way))
        case .node(let number): found.append(PathNode(value, .node(number), location: way))
        case .resource:
            guard case .object(let object) = value, let number = schema.resource(of: object) else { return }
            found.append(PathNode(value, .node(number), location: way))
        }
    }
}
