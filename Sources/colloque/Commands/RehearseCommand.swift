import ArgumentParser
import Detection
import Foundation

/// `colloque rehearse`: reads a vendor's own access logs as if our limits had stood (docs/rehearsal.md). Needs no installation.
struct RehearseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rehearse",
        abstract: "What accounts could take by your own logs, what limits leave, and whom they would have refused.")

    @Option(help: "A log as FORMAT:PATH; may be given several times.")
    var from: [String] = []
    @OptionGroup var sources: LogSourceOptions
    @Option(help: "A table of account,role.")
    var roles: String?
    @Option(help: "Limits to try: role,hour,day,30 days.")
    var limits: String?
    @Option(help: "How many accounts without suspicion are shown.")
    var rows = 40
    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        var rehearsal = Rehearsal(try settings())
        let mapping = try sources.fieldMapping()
        let make = try sources.reader()
        let streams = try sources.specs(from).map { spec in
            try SourceStream([spec.pattern], mapping: mapping) { make(spec) }
        }
        var merged = MergedSources(streams.map { ($0, 0) })
        var event = Event()
        while case .event = try merged.next(into: &event) { rehearsal.add(event) }
        for problem in merged.problems { Output.error(problem) }
        let refused = merged.readCounts.map(\.allRefused).reduce(0, +)
        if refused > 0 { Output.error("\(refused) lines are not of their log and were passed over") }
        guard merged.readCounts.contains(where: { $0.events > 0 }) else {
            throw Failure.refused("no event in these logs")
        }
        let report = rehearsal.finish()
        if json { Output.json(report.json) } else { Output.line(report.text(rows: rows)) }
    }

    private func settings() throws -> RehearsalSettings {
        var settings = RehearsalSettings()
        do {
            if let roles { settings.roles = try RehearsalRoles(csv: try text(roles)) }
        } catch let error as RehearsalError { throw Failure.refused("\(roles ?? ""): \(error)") }
        do {
            if let limits { settings.limits = try RehearsalLimits(csv: try text(limits)) }
        } catch let error as RehearsalError { throw Failure.refused("\(limits ?? ""): \(error)") }
        return settings
    }

    private func text(_ path: String) throws -> String {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Failure.refused("cannot read \(path)")
        }
        return text
    }
}
