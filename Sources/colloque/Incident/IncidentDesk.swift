import Response
import Vocabulary

/// Where a command works on incidents: who writes, at what time, for which practice.
struct IncidentDesk {
    let keeper: any IncidentKeeping
    let author: IncidentAuthor
    /// The installation's time; the system's for a file.
    let now: Timestamp
    /// The practice of the account; nil for a file.
    let practice: PracticeID?

    /// How often an addition is tried when other writers are first.
    private static let attempts = 12

    /// Opens an incident.
    func open(
        _ opening: IncidentOpening, _ contents: [IncidentEvent.Content]
    ) async throws -> Incident {
        var incident: Incident
        do throws(IncidentError) {
            incident = try Incident(opening, by: author, at: now)
        } catch { throw Failure.refused("\(error)") }
        try add(contents, to: &incident)
        try await keeper.keep(incident)
        return incident
    }

    /// Adds what a body says of the incident as it stands; read and said anew when another writer was first.
    func change(
        _ id: IncidentID?, _ body: (Incident) throws -> [IncidentEvent.Content]
    ) async throws -> Incident {
        for attempt in 0..<IncidentDesk.attempts {
            // Writers that met once part by waiting differently.
            if attempt > 0 { try await Task.sleep(for: .milliseconds(Int.random(in: 0...50 * attempt))) }
            let kept = try await keeper.one(id)
            var incident = kept.incident
            try add(try body(incident), to: &incident)
            if try await keeper.keep(incident, after: kept) { return incident }
        }
        throw Failure.refused("others write to this incident at the same time: try again")
    }

    private func add(_ contents: [IncidentEvent.Content], to incident: inout Incident) throws {
        for content in contents {
            do throws(IncidentError) {
                try incident.add(content, by: author, at: now)
            } catch { throw Failure.refused("\(error)") }
        }
    }
}
