/// A type as a path names it.
enum PathType: Sendable, Hashable {
    case resource
    case domainResource
    case element
    case backbone
    case quantity
    case primitive(PrimitiveKind)
    case node(UInt16)

    /// Takes a name that R4 knows; `FHIR.` and `System.` may stand before it.
    init?(_ name: String) {
        let own = name.split(separator: ".").last.map(String.init) ?? ""
        switch own {
        case "Resource": self = .resource
        case "DomainResource": self = .domainResource
        case "Element": self = .element
        case "BackboneElement": self = .backbone
        case "Quantity": self = .quantity
        default:
            if let kind = PrimitiveKind(rawValue: own) ?? PathType.system[own] {
                self = .primitive(kind)
            } else if let node = Schema.r4.numbers[own] {
                self = .node(node)
            } else {
                return nil
            }
        }
    }

    private static let system: [String: PrimitiveKind] = [
        "Boolean": .boolean, "String": .string, "Integer": .integer, "Decimal": .decimal, "Date": .date,
        "DateTime": .dateTime, "Time": .time,
    ]

    /// Types that R4 derives from Quantity.
    private static let quantities: Set<UInt16> = Set(
        ["Quantity", "Age", "Count", "Distance", "Duration"].compactMap { Schema.r4.numbers[$0] })

    /// Whether an element is of the type or one derived from it.
    func includes(_ type: PathNode.Kind) -> Bool {
        switch (self, type) {
        case (.primitive(let wanted), .primitive(let kind)): wanted == kind || wanted == PathType.parent(of: kind)
        case (.node(let wanted), .node(let node)): wanted == node
        case (.quantity, .node(let node)): PathType.quantities.contains(node)
        case (.element, .primitive): true
        case (_, .node(let node)): includes(Schema.r4.nodes[Int(node)].base)
        default: false
        }
    }

    private func includes(_ base: SchemaNode.Base) -> Bool {
        switch self {
        case .resource: base.isResource
        case .domainResource: base == .domainResource
        case .element: !base.isResource
        case .backbone: base == .backbone
        default: false
        }
    }

    private static func parent(of kind: PrimitiveKind) -> PrimitiveKind? {
        switch kind {
        case .code, .id, .markdown: .string
        case .url, .canonical, .uuid, .oid: .uri
        case .positiveInt, .unsignedInt: .integer
        default: nil
        }
    }
}
