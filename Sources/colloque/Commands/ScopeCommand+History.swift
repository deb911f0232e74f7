import ArgumentParser
import Response
import Vocabulary

extension ScopeCommand {
    /// `colloque scope history`: "who opened my record", for the patient who asks (docs/scope-claim.md).
    struct History: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "history",
            abstract: "Says in plain words who opened a patient's record (needs a running serve).")

        @Option(help: "The patient's id.")
        var patient: String
        @OptionGroup var account: Asker.Options
        @Option(help: "fr or en.")
        var language = "fr"
        @Option(help: "The first moment, as 2026-01-05T08:30:00Z; by default 365 days before the last.")
        var from: String?
        @Option(help: "The last moment; by default now.")
        var through: String?
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            guard let patient = PatientID(patient) else { throw Failure.usage("--patient: not an id") }
            guard let language = DocumentLanguage(rawValue: language) else {
                throw Failure.usage("--language: fr or en")
            }
            let (from, through) = (try ScopeOptions.moment("from", from), try ScopeOptions.moment("through", through))
            let directory = DataDirectory(account.data)
            let history = try await RunningServer(directory).closing { server in
                var asker = try await Asker(account, server)
                let last = through ?? asker.start
                let first = from ?? last.adding(days: -365)
                var events: [AuditedEvent] = []
                do {
                    try await asker.events(of: patient, from: first, through: last) { events.append($0) }
                } catch let refusal as Asker.AuditRefusal {
                    throw Failure.refused("the server refused (\(refusal.status) \(refusal.code))")
                }
                let actors = try await Self.actors(directory, asker.practice)
                return PatientHistory(events, actors: actors, language: language, from: first, through: last)
            }
            if json { Output.json(history.json) } else { history.lines.forEach { Output.line($0) } }
        }

        /// Whom the practice knows, also those whose membership has ended.
        private static func actors(
            _ directory: DataDirectory, _ practice: PracticeID
        ) async throws -> [String: HistoryActor] {
            let items = try await Administration.run(directory) { try await $0.list(.holders(practice: practice)) }
            return items.reduce(into: [:]) { actors, item in
                if let role = item.role { actors[item.id] = HistoryActor(role: role, name: item.name) }
            }
        }
    }
}
