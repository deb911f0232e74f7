import JSONTree

/// A resource that a FHIRPath Patch is changing.
struct PathPatchedResource {
    private(set) var resource: JSONValue
    /// What may still be written, and elements that may still be visited.
    private var room: PatchRoom
    private var visits: Int

    init(_ resource: JSONValue, limits: PatchLimits) {
        self.resource = resource
        room = PatchRoom(limits)
        visits = limits.maximumVisits
    }

    /// An element's place: the way to what holds it, its key, and its number in a list.
    private struct Place {
        let holder: ArraySlice<PathNode.Place>
        let key: String
        let index: Int?

        /// Nil for the resource itself and for what a path computes.
        init?(_ location: [PathNode.Place]) {
            switch (location.dropLast().last, location.last) {
            case (_, .key(let key)?): (holder, self.key, index) = (location.dropLast(), key, nil)
            case (.key(let key)?, .index(let number)?):
                (holder, self.key, index) = (location.dropLast(2), key, number)
            default: return nil
            }
        }
    }

    /// Makes one change. After an error the resource is of no use.
    mutating func apply(_ operation: PathPatchOperation) throws(PatchError.Reason) {
        // Lists are taken apart and put together on the way: no more than all of it.
        visits -= resource.weight
        guard visits > 0 else { throw .pathTooMuch }
        let nodes = try nodes(operation.path)
        switch operation {
        case .add(_, let name, let value): try add(name, value, to: nodes)
        case .insert(let path, let index, let value): try insert(value, at: index, nodes, path)
        case .delete: try delete(nodes)
        case .replace(_, let value): try replace(nodes, with: value)
        case .move(_, let source, let destination): try move(source, to: destination, nodes)
        }
    }

    /// The elements that a path leads to; all paths share one number of visits.
    private mutating func nodes(_ path: ElementPath) throws(PatchError.Reason) -> [PathNode] {
        do throws(PathError) {
            return try path.nodes(in: resource, room: &visits)
        } catch { throw .pathTooMuch }
    }

    /// The one element that must be there.
    private func single(_ nodes: [PathNode]) throws(PatchError.Reason) -> PathNode {
        guard nodes.count < 2 else { throw .severalTargets }
        guard let node = nodes.first else { throw .noTarget }
        return node
    }

    private mutating func delete(_ nodes: [PathNode]) throws(PatchError.Reason) {
        guard !nodes.isEmpty else { return }
        let place = try place(try single(nodes))
        try update(place) { (items: inout [PatchedItem], _: SchemaElement) throws(PatchError.Reason) in
            items.remove(at: place.index ?? 0)
        }
    }

    private func place(_ node: PathNode) throws(PatchError.Reason) -> Place {
        guard let place = Place(node.location) else { throw .noPlace }
        return place
    }

    private mutating func add(
        _ name: String, _ value: PatchValue, to nodes: [PathNode]
    ) throws(PatchError.Reason) {
        let node = try single(nodes)
        guard !node.location.isEmpty || node.isResource else { throw .noPlace }
        var room = room
        try change(node.location[...]) { (item: inout PatchedItem) throws(PatchError.Reason) in
            let (key, element) = try item.place(name, value)
            let added = try value.item(as: element)
            try room.take(added, depth: node.location.count)
            try item.add(added, key, element)
        }
        self.room = room
    }

    /// A list's place in front of `index`; a list that is not there yet may begin.
    private mutating func insert(
        _ value: PatchValue, at index: Int, _ nodes: [PathNode], _ path: ElementPath
    ) throws(PatchError.Reason) {
        guard !nodes.isEmpty else {
            guard let (holder, name) = path.parent else { throw .noTarget }
            guard index == 0 else { throw .outOfBounds }
            let holders = try self.nodes(holder)
            guard try single(holders).isList(name) else { throw .notAList }
            return try add(name, value, to: holders)
        }
        let list = try list(nodes)
        guard index <= nodes.count else { throw .outOfBounds }
        var room = room
        try update(list) { (items: inout [PatchedItem], element: SchemaElement) throws(PatchError.Reason) in
            guard items.count == nodes.count else { throw .notAList }
            let item = try value.item(as: element)
            try room.take(item, depth: list.holder.count)
            items.insert(item, at: index)
        }
        self.room = room
    }

    private mutating func replace(_ nodes: [PathNode], with value: PatchValue) throws(PatchError.Reason) {
        let place = try place(try single(nodes))
        var room = room
        try change(place.holder) { (holder: inout PatchedItem) throws(PatchError.Reason) in
            guard let old = holder.element(place.key) else { throw .noTarget }
            // Another type of the same choice has another key.
            let name = value.type == nil ? place.key : holder.choice(old) ?? place.key
            let (key, element) = try holder.place(name, value)
            let item = try value.item(as: element)
            try room.take(item, depth: place.holder.count)
            var items = try holder.items(place.key, old)
            guard place.index ?? 0 < items.count else { throw .noTarget }
            items[place.index ?? 0] = item
            if key != place.key { holder.set([], place.key, old) }
            holder.set(items, key, element)
        }
        self.room = room
    }

    private mutating func move(
        _ source: Int, to destination: Int, _ nodes: [PathNode]
    ) throws(PatchError.Reason) {
        let list = try list(nodes)
        guard source < nodes.count, destination < nodes.count else { throw .outOfBounds }
        try update(list) { (items: inout [PatchedItem], _: SchemaElement) throws(PatchError.Reason) in
            guard items.count == nodes.count else { throw .notAList }
            items.insert(items.remove(at: source), at: destination)
        }
    }

    /// The place of a whole list.
    private func list(_ nodes: [PathNode]) throws(PatchError.Reason) -> Place {
        guard let first = nodes.first else { throw .noTarget }
        let place = try place(first)
        for (index, node) in nodes.enumerated() {
            guard let other = Place(node.location), other.index == index, other.key == place.key,
                other.holder == place.holder
            else { throw .notAList }
        }
        return place
    }

    private mutating func change(
        _ way: ArraySlice<PathNode.Place>, _ body: (inout PatchedItem) throws(PatchError.Reason) -> Void
    ) throws(PatchError.Reason) {
        guard let object = resource.object, let node = Schema.r4.resource(of: object) else { throw .noTarget }
        var root = PatchedItem(resource, .node(node))
        try root.update(way, body)
        resource = root.value
    }

    private mutating func update(
        _ place: Place, _ body: (inout [PatchedItem], SchemaElement) throws(PatchError.Reason) -> Void
    ) throws(PatchError.Reason) {
        try change(place.holder) { (holder: inout PatchedItem) throws(PatchError.Reason) in
            guard let element = holder.element(place.key) else { throw .noTarget }
            var items = try holder.items(place.key, element)
            guard place.index ?? 0 < items.count else { throw .noTarget }
            try body(&items, element)
            holder.set(items, place.key, element)
        }
    }
}

extension JSONValue {
    /// How many values it consists of.
    fileprivate var weight: Int {
        switch self {
        case .array(let items): items.reduce(1) { $0 + $1.weight }
        case .object(let object): object.members.reduce(1) { $0 + $1.value.weight }
        default: 1
        }
    }
}
