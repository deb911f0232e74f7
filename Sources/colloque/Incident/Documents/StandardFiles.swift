import Foundation
import JSONTree
import Response
import Vocabulary

/// The incident in the formats of security teams: `veris.json`, `stix.json`, `ocsf.json`.
struct StandardFiles {
    private let summary: IncidentSummary

    /// Joins a case, its scope and the moments of it.
    init(_ maker: CaseMaker, _ result: ScopeResult, now: Timestamp) throws {
        let incident = maker.file.incident
        func moment(_ text: String?) throws -> Timestamp? { try text.map { try CaseMaker.moment("incident", $0) } }
        let cause: BreachCause = try incident.cause.map { try CaseMaker.word("cause", $0) } ?? .unknown
        let severity = SeverityAssessment(circumstances: CaseMaker.circumstances(cause))
        let sessions = result.query.sessions.prefix(1_000).map(IncidentSummary.Observable.session)
        let clients = result.query.clients.prefix(1_000).map(IncidentSummary.Observable.client)
        let gateways = result.query.gateways.prefix(1_000).map(IncidentSummary.Observable.gateway)
        let techniques = try (maker.file.mitigations ?? []).flatMap { try StandardFiles.techniques($0) }
        do throws(IncidentSummaryError) {
            summary = try IncidentSummary(
                id: StandardFiles.id(incident.id), title: incident.title,
                summary: incident.description.joined(separator: " "),
                times: IncidentSummary.Times(
                    written: now, began: try? moment(incident.began), ended: try? moment(incident.ended),
                    discovered: try? moment(incident.discovered), contained: try? moment(incident.contained),
                    reported: nil),
                cause: StandardFiles.cause(incident), discovery: .alarm,
                standing: IncidentSummary.Standing(isConfirmed: true, confidence: .high, progress: .open),
                victim: try IncidentSummary.Victim(name: maker.file.vendor.name),
                severity: WorstSeverity(result.practices.map { severity.severity(of: $0) }),
                techniques: techniques, observables: sessions + clients + gateways, practices: result.practices)
        } catch { throw Failure.refused("\(error)") }
    }

    /// Writes the three files.
    func write(into folder: String) throws {
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let files = [
            ("veris", VERISRecord(summary).value), ("stix", STIXBundle(summary).value),
            ("ocsf", OCSFIncident(summary).value),
        ]
        for (name, value) in files {
            let url = URL(fileURLWithPath: "\(folder)/\(name).json")
            try Data(value.bytes + [UInt8(ascii: "\n")]).write(to: url, options: .atomic)
        }
    }

    private static func techniques(_ mitigation: CaseFile.Mitigation) throws -> [IncidentSummary.Technique] {
        try (mitigation.attack ?? [:]).map { id, name in
            do throws(IncidentSummaryError) { return try IncidentSummary.Technique(id: id, name: name) } catch {
                throw Failure.refused("mitigations: \(error)")
            }
        }
    }

    private static func cause(_ incident: CaseFile.Incident) -> IncidentSummary.Cause {
        let isInternal = incident.cause?.hasPrefix("internal") ?? false
        let isExternal = incident.cause?.hasPrefix("external") ?? false
        let isMalicious = incident.cause.map { $0.hasSuffix("malicious") }
        return IncidentSummary.Cause(
            actor: isInternal ? .internal : isExternal ? .external : .unknown,
            action: incident.origin == "hacking" ? .stolenCredentials : .unknown, isMalicious: isMalicious)
    }

    /// The incident's own id, or one that follows from its number.
    private static func id(_ text: String) -> ID<IncidentSummary> {
        if let id = ID<IncidentSummary>(text) { return id }
        var (high, low): (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x8422_2325_cbf2_9ce4)
        for byte in text.utf8 {
            high = (high ^ UInt64(byte)) &* 0x100_0000_01b3
            low = (low &+ UInt64(byte)) &* 0x9E37_79B9_7F4A_7C15
        }
        return ID(high: high & 0xFFFF_FFFF_FFFF_0FFF | 0x4000, low: low & 0x3FFF_FFFF_FFFF_FFFF | 1 << 63)
    }
}
