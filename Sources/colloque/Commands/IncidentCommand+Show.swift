import ArgumentParser
import Foundation
import JSONTree
import Response

extension IncidentCommand {
    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows an incident, or lists all that the account may read.")

        @OptionGroup var access: IncidentAccess
        @Option(help: "The incident; without it all are listed, unless there is one only.")
        var incident: IncidentID?
        @Flag(help: "Print JSON.")
        var json = false
        @Flag(help: "Print the events themselves, a line each, as --file takes them.")
        var events = false
        @Flag(help: "Read all versions first, and show nothing when one was not continued by the next.")
        var history = false

        func run() async throws {
            try await access.run { desk in
                let kept = try await chosen(desk.keeper)
                if history { for kept in kept { _ = try await desk.keeper.versions(of: kept) } }
                let reports = kept.map { report($0, desk) }
                if reports.count == 1 { reports.forEach(show) } else { list(reports) }
            }
        }

        private func chosen(_ keeper: any IncidentKeeping) async throws -> [KeptIncident] {
            guard let incident else { return try await keeper.all() }
            return [try await keeper.one(incident)]
        }

        /// Never before the last event: a clock that lags stops no other.
        private func report(_ kept: KeptIncident, _ desk: IncidentDesk) -> IncidentReport {
            let last = kept.incident.events.last?.moment ?? desk.now
            return IncidentReport(incident: kept.incident, now: max(desk.now, last))
        }

        private func show(_ report: IncidentReport) {
            if events {
                FileHandle.standardOutput.write(Data(report.incident.lines))
            } else if json {
                Output.json(report.json)
            } else {
                Output.line(report.text)
            }
        }

        private func list(_ reports: [IncidentReport]) {
            let reports = reports.sorted { $0.incident.opened > $1.incident.opened }
            if json {
                Output.json(["incidents": .array(reports.map(\.json))])
            } else {
                for report in reports {
                    let title = report.incident.opening.title.legible
                    Output.line("\(report.incident.id)  \(title)  \(report.incident.isClosed ? "closed" : "open")")
                    if let urgent = report.urgent { Output.line("  " + urgent) }
                }
                if reports.isEmpty { Output.line("no incidents") }
            }
        }
    }
}
