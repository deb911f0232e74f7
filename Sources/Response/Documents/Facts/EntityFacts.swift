/// An account, client, session, system or address that had a part in the incident; ids, no patient.
public struct EntityFacts: Hashable, Sendable {
    /// What kind of thing.
    public var kind: String
    /// Its id or name.
    public var name: String
    /// Its part in the incident.
    public var role: String

    /// Something that had a part.
    public init(kind: String, name: String, role: String) { (self.kind, self.name, self.role) = (kind, name, role) }
}
