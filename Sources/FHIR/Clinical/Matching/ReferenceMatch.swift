/// A reference searched for (R4, search, reference).
enum ReferenceMatch: Sendable {
    /// A resource here: of one type or any, by its id, and its version where one is named.
    case here(type: UInt16?, id: String, version: String?)
    /// Anything else, by its address: another server's resource, `urn:…`, a canonical.
    case address(URIMatch)
    /// The identifier that the reference carries (`:identifier`).
    case identifier(TokenMatch)

    /// Reads a value without its escapes; `type` is what the modifier names. Nil for a value that none has.
    init?(_ text: String, type: UInt16?, bases: [String]) {
        switch LocalReference(text, bases: bases) {
        case .here(let own, let id, let version):
            guard type == nil || type == own else { return nil }
            self = .here(type: own, id: id, version: version)
        case .elsewhere where LocalReference.isID(text[...].utf8): self = .here(type: type, id: text, version: nil)
        case .elsewhere:
            guard type == nil, text.contains(":"), let match = URIMatch(text, .same) else { return nil }
            self = .address(match)
        }
    }

    /// Whether an element matches.
    func matches(_ node: PathNode, _ context: MatchContext) -> Bool {
        switch self {
        case .identifier(let match):
            guard let identifier = node.value["identifier"], let kind = ReferenceMatch.identifierKind else {
                return false
            }
            return match.matches(PathNode(identifier, kind))
        case .address(let match):
            if node.value.string != nil { return match.matches(node) }
            return node.value["reference"].map { match.matches(PathNode($0, .primitive(.uri))) } ?? false
        case .here(let type, let id, let version):
            guard case .here(let ownType, let ownID, let ownVersion)? = node.reference(context.bases) else {
                return false
            }
            return (type == nil || type == ownType) && id == ownID && (version == nil || version == ownVersion)
        }
    }

    private static let identifierKind: PathNode.Kind? = .node(Schema.r4.identifier)
}

extension PathNode {
    /// What the element refers to: a Reference, a canonical or URI that is a local address, or a resource itself.
    func reference(_ bases: [String]) -> LocalReference? {
        if let text = value["reference"]?.string ?? value.string { return LocalReference(text, bases: bases) }
        guard case .node(let number) = kind, Schema.r4.nodes[Int(number)].base.isResource, let id = value["id"]?.string
        else { return nil }
        return .here(type: number, id: id, version: nil)
    }
}
