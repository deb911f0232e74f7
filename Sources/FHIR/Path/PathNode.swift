import JSONTree

/// An element that a path leads to.
public struct PathNode: Sendable {
    /// What type it is of.
    enum Kind: Sendable, Hashable {
        case primitive(PrimitiveKind)
        case node(UInt16)
    }

    /// A step on the way from the resource to an element.
    public enum Place: Hashable, Sendable {
        /// The member with this key, `valueQuantity` for a choice.
        case key(String)
        /// The item of a list.
        case index(Int)
    }

    /// The value; `null` for a primitive that has extensions only, and for a reference's target that is not at hand.
    public let value: JSONValue
    let kind: Kind
    /// The number of the value set that the element must be coded with; 0 when any code will do.
    let valueSet: UInt16
    /// What stands beside a primitive: its id and extensions (`_birthDate`).
    public let extra: JSONValue?
    /// The way from the resource; empty for the resource itself, for what a path computes, and where nobody asked.
    public let location: [Place]

    init(
        _ value: JSONValue, _ kind: Kind, valueSet: UInt16 = 0, extra: JSONValue? = nil, location: [Place] = []
    ) {
        self.value = value
        self.kind = kind
        self.valueSet = valueSet
        self.extra = extra
        self.location = location
    }

    /// A computed truth value.
    init(_ truth: Bool) { self.init(.bool(truth), .primitive(.boolean)) }

    /// A resource; nil when R4 does not know its type.
    init?(resource: JSONValue) {
        guard case .object(let object) = resource, let node = Schema.r4.resource(of: object) else { return nil }
        self.init(resource, .node(node))
    }

    /// Whether it is a resource.
    var isResource: Bool {
        if case .node(let node) = kind { Schema.r4.nodes[Int(node)].base.isResource } else { false }
    }

    /// Whether elements of a name may be many in it.
    func isList(_ name: String) -> Bool {
        switch kind {
        case .primitive: Schema.r4.find(name, in: Schema.r4.element)?.isArray ?? false
        case .node(let node): Schema.r4.find(name, in: node)?.isArray ?? false
        }
    }

    /// The type's name: `Quantity`, `dateTime`, `Patient.contact`.
    public var type: String {
        switch kind {
        case .primitive(let kind): kind.rawValue
        case .node(let node): Schema.r4.nodes[Int(node)].path
        }
    }
}
