import JSONTree
import Vocabulary

/// An incident as a bundle of STIX 2.1: the victim, the incident with its core extension, techniques, indicators for
/// clients and sessions, their relationships, and a report over all.
///
/// Counts stand in words in the description, with both bounds; the extension's counts are given only where exact.
public struct STIXBundle: Sendable {
    /// The bundle.
    public let value: JSONValue

    /// Writes the bundle.
    public init(_ incident: IncidentSummary) {
        let totals = ScopeTotals(incident.practices)
        let objects = STIXObjects(incident)
        var all = [objects.victim, objects.incident(totals)]
        all += incident.techniques.map(objects.technique)
        all += incident.observables.compactMap(objects.indicator)
        all += objects.relationships
        all.append(objects.report(over: all, totals))
        value = [
            "type": "bundle", "id": .string(STIXID.of("bundle", incident.id)), "objects": .array(all),
        ]
    }
}
