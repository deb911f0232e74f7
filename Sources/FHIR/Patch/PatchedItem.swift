import JSONTree

/// One element while a patch changes it: its value, and what stands beside a primitive.
struct PatchedItem {
    private(set) var value: JSONValue
    private(set) var extra: JSONValue?
    let kind: PathNode.Kind

    init(_ value: JSONValue, _ kind: PathNode.Kind, extra: JSONValue? = nil) {
        self.value = value
        self.kind = kind
        self.extra = extra
    }

    /// Whether nothing is left of it.
    var isEmpty: Bool {
        switch kind {
        case .primitive: value.isNull && extra == nil
        case .node: value.object?.members.isEmpty ?? value.isNull
        }
    }

    /// The members of the element; those of a primitive stand beside it.
    var object: JSONObject {
        get { (isPrimitive ? extra : value)?.object ?? JSONObject() }
        set {
            if !isPrimitive {
                value = .object(newValue)
            } else {
                extra = newValue.members.isEmpty ? nil : .object(newValue)
            }
        }
    }

    private var isPrimitive: Bool { if case .primitive = kind { true } else { false } }

    /// The type that says which members it has.
    private var node: UInt16 {
        switch kind {
        case .primitive: Schema.r4.element
        case .node(let node): node
        }
    }

    /// What may stand under a key.
    func element(_ key: String) -> SchemaElement? { key.isUnderscored ? nil : Schema.r4.find(key, in: node) }

    /// The items under a key, one where it is no list.
    func items(_ key: String, _ element: SchemaElement) throws(PatchError.Reason) -> [PatchedItem] {
        let (value, extra) = (object[key], object["_" + key])
        let values = value?.array ?? (value.map { [$0] } ?? [])
        let extras = extra?.array ?? (extra.map { [$0] } ?? [])
        var items: [PatchedItem] = []
        for index in 0..<max(values.count, extras.count) {
            let value = index < values.count ? values[index] : .null
            let beside = index < extras.count && !extras[index].isNull ? extras[index] : nil
            switch element.content {
            case .primitive(let kind): items.append(PatchedItem(value, .primitive(kind), extra: beside))
            case .node(let node): items.append(PatchedItem(value, .node(node)))
            case .resource:
                guard let node = value.object.flatMap(Schema.r4.resource(of:)) else { throw .noTarget }
                items.append(PatchedItem(value, .node(node)))
            }
        }
        return items
    }

    /// Puts items under a key; those of which nothing is left go.
    mutating func set(_ items: [PatchedItem], _ key: String, _ element: SchemaElement) {
        let kept = items.filter { !$0.isEmpty }
        let values = kept.map(\.value)
        let extras = kept.map { $0.extra ?? .null }
        var object = object
        object[key] = values.allSatisfy(\.isNull) ? nil : element.isArray ? .array(values) : values.first
        object["_" + key] = extras.allSatisfy(\.isNull) ? nil : element.isArray ? .array(extras) : extras.first
        self.object = object
    }

    /// Fills a new element with parts by their names; parts of one name are a list.
    mutating func fill(_ parts: [(name: String, value: PatchValue)]) throws(PatchError.Reason) {
        var keys: [String] = []
        var lists: [String: (element: SchemaElement, items: [PatchedItem])] = [:]
        for part in parts {
            let (key, element) = try place(part.name, part.value)
            if lists[key] == nil { keys.append(key) }
            lists[key, default: (element, [])].items.append(try part.value.item(as: element))
        }
        for key in keys {
            guard let (element, items) = lists[key] else { continue }
            guard element.isArray || (items.count == 1 && !hasOther(of: element)) else { throw .alreadyThere }
            set(items, key, element)
        }
    }

    /// Adds an element under a key: to a list behind the last (R4, fhirpatch, "add").
    mutating func add(_ item: PatchedItem, _ key: String, _ element: SchemaElement) throws(PatchError.Reason) {
        let items = try items(key, element)
        guard element.isArray || (items.isEmpty && !hasOther(of: element)) else { throw .alreadyThere }
        set(items + [item], key, element)
    }

    /// The key of a name: of a choice with the value's type.
    func place(_ name: String, _ value: PatchValue) throws(PatchError.Reason) -> (String, SchemaElement) {
        if let element = element(name) { return (name, element) }
        let isChoice = Schema.r4.nodes[Int(node)].choices.contains { $0.name == name }
        guard isChoice, let type = value.type, let element = element(name + type), element.choice != 0 else {
            throw isChoice ? .wrongType : .unknownElement
        }
        return (name + type, element)
    }

    /// The name of a choice; nil for what is none.
    func choice(_ element: SchemaElement) -> String? {
        guard element.choice != 0 else { return nil }
        return Schema.r4.nodes[Int(node)].choices.first { $0.number == element.choice }?.name
    }

    /// Whether another type of the same choice is there.
    private func hasOther(of element: SchemaElement) -> Bool {
        element.choice != 0
            && object.members.contains { self.element($0.key.withoutUnderscore)?.choice == element.choice }
    }

    /// Changes what the way leads to, and puts it back where it stands. Recursion goes as deep as the resource.
    mutating func update(
        _ way: ArraySlice<PathNode.Place>, _ body: (inout PatchedItem) throws(PatchError.Reason) -> Void
    ) throws(PatchError.Reason) {
        guard let first = way.first else { return try body(&self) }
        guard case .key(let key) = first, let element = element(key) else { throw .noTarget }
        var items = try items(key, element)
        var (rest, index) = (way.dropFirst(), 0)
        if case .index(let place)? = rest.first {
            index = place
            rest = rest.dropFirst()
        }
        guard index < items.count else { throw .noTarget }
        try items[index].update(rest, body)
        set(items, key, element)
    }
}
