import Vocabulary

/// Phantom kinds of ``ID`` in incidents.
public enum IncidentIDKind {
    /// An incident.
    public enum Incident: Sendable {}
    /// Who states something: the id of a membership, a client or a person.
    public enum Author: Sendable {}
}

/// An incident, drawn at random when it is opened.
public typealias IncidentID = ID<IncidentIDKind.Incident>
/// Who wrote an event or became aware: a membership's, client's or person's id, never a name.
public typealias IncidentAuthor = ID<IncidentIDKind.Author>
