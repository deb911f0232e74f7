import JSONTree
import Vocabulary

/// A resource that is searched: opened, and masked for whoever reads.
public struct ClinicalRecord: Sendable {
    /// Its type.
    public let type: ResourceType
    /// Its id.
    public let id: String
    /// When this version was written.
    public let lastUpdated: Timestamp
    /// What the reader may see of it.
    public let resource: JSONValue

    /// Takes a resource; nil when `resourceType` is none of R4.
    public init?(id: String, lastUpdated: Timestamp, resource: JSONValue) {
        guard let type = resource["resourceType"]?.string.flatMap({ ResourceType($0) }) else { return nil }
        self.type = type
        self.id = id
        self.lastUpdated = lastUpdated
        self.resource = resource
    }

    var root: PathNode { PathNode(resource, .node(type.node)) }

    /// Names it among others.
    var key: Key { Key(type: type.node, id: id) }

    /// Type and id.
    struct Key: Hashable {
        let type: UInt16
        let id: String
    }

    /// By type, then by the bytes of the id.
    static func isBefore(_ a: ClinicalRecord, _ b: ClinicalRecord) -> Bool {
        if a.type.node != b.type.node { return a.type.name < b.type.name }
        return a.id.utf8.lexicographicallyPrecedes(b.id.utf8)
    }
}
