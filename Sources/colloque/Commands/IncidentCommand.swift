import ArgumentParser
import JSONTree
import Response
import Vocabulary

/// `colloque incident`: what people do after a breach. An incident's events are only added to, sealed under its owner's key.
struct IncidentCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "incident", abstract: "Opens, runs, shows and closes incidents.",
        subcommands: [
            Open.self, Aware.self, Note.self, TaskCommand.self, ScopeCommand.self, Decide.self, Sent.self, Show.self,
            Close.self, Documents.self, Letters.self, Exercise.self,
        ])

    /// What every addition takes.
    struct Addition: ParsableArguments {
        @OptionGroup var access: IncidentAccess
        @Option(help: "The incident; may be left out when there is one only.")
        var incident: IncidentID?
        @Flag(help: "Print JSON.")
        var json = false

        /// Adds what a body says, and prints where the incident stands now.
        func add(_ body: (Incident, IncidentDesk) throws -> [IncidentEvent.Content]) async throws {
            let id = incident
            let changed = try await access.run { desk in
                try await desk.change(id) { try body($0, desk) }
            }
            IncidentCommand.report(changed, json: json)
        }
    }

    /// Prints where an incident stands.
    static func report(_ incident: Incident, json: Bool) {
        if json {
            Output.json([
                "incident": .string(incident.id.description),
                "events": .number(JSONNumber(Int64(incident.events.count))),
                "head": .string(incident.head.description),
            ])
        } else {
            Output.line("\(incident.id): \(incident.events.count) events, head \(incident.head)")
        }
    }
}
