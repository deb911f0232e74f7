import JSONTree

/// How much of a resource is given (R4, search, `_summary` and `_elements`).
public enum Projection: Sendable, Equatable {
    /// All of it.
    case whole
    /// What R4 marks as part of a summary.
    case summary
    /// The narrative, and what is mandatory.
    case text
    /// All but the narrative.
    case data
    /// These elements, named without their type where they have a choice, and what is mandatory.
    case elements([String])

    /// The resource as far as it is wanted, tagged SUBSETTED unless all of it is. What is mandatory or changes the meaning
    /// of the rest stays; a resource of no type of R4 is given as it is.
    public func apply(_ resource: JSONValue) -> JSONValue {
        guard self != .whole, case .object(let object) = resource, let node = Schema.r4.resource(of: object) else {
            return resource
        }
        let kept: [JSONObject.Member]
        switch self {
        case .summary: kept = SummaryFilter().members(object, node, 0)
        case .data: kept = object.members.filter { $0.key != "text" }
        case .text: kept = Projection.members(object, node, ["text"])
        case .elements(let names): kept = Projection.members(object, node, names)
        case .whole: kept = object.members
        }
        return .object(SubsettedTag.added(to: JSONObject(kept)))
    }

    private static func members(_ object: JSONObject, _ node: UInt16, _ names: [String]) -> [JSONObject.Member] {
        let wanted = Set(names + ["resourceType", "id", "meta"])
        return object.members.filter { member in
            guard let element = Schema.r4.find(member.key, in: node) else { return false }
            return !element.marks.isDisjoint(with: [.mandatory, .modifier])
                || wanted.contains(member.key.withoutUnderscore)
                || choice(element, node).map(wanted.contains) ?? false
        }
    }

    private static func choice(_ element: SchemaElement, _ node: UInt16) -> String? {
        Schema.r4.nodes[Int(node)].choices.first { $0.number == element.choice }?.name
    }

    /// Whether the type has an element of that name, or a choice.
    static func hasElement(_ name: String, _ type: ResourceType) -> Bool {
        guard !name.isUnderscored else { return false }
        return Schema.r4.find(name, in: type.node) != nil
            || Schema.r4.nodes[Int(type.node)].choices.contains { $0.name == name }
    }
}
