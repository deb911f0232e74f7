import Response

/// Where incidents are kept: sealed, behind a gateway; or in a file of whoever runs one alone.
protocol IncidentKeeping: Sendable {
    /// All incidents that can be read there.
    func all() async throws -> [KeptIncident]

    /// One incident; nil means the only one.
    func one(_ id: IncidentID?) async throws -> KeptIncident

    /// Keeps a new one.
    func keep(_ incident: Incident) async throws

    /// Keeps what was added; false, and nothing is kept, when another writer was first.
    func keep(_ incident: Incident, after kept: KeptIncident) async throws -> Bool

    /// How many versions are kept, each of which goes on where the one before it ended; throws when one does not.
    func versions(of kept: KeptIncident) async throws -> Int
}

/// An incident as it was read, with what tells its keeper whether another writer came since.
struct KeptIncident: Sendable {
    let incident: Incident
    /// The resource that it was read from; nil for a file.
    let resource: IncidentResource?
}

/// Picks the one incident that was meant.
enum IncidentSelection {
    static func only(_ found: [KeptIncident]) throws -> KeptIncident {
        guard let first = found.first else { throw Failure.refused("no such incident here") }
        guard found.count == 1 else { throw Failure.refused("several incidents: give --incident") }
        return first
    }
}
