import ArgumentParser
import Response
import Vocabulary

extension IncidentCommand {
    struct TaskCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "task", abstract: "Adds a task, or says that one is done.")

        @OptionGroup var addition: Addition
        @Option(help: "A new task's id.")
        var add: String?
        @Option(help: "contain, preserve, assess, notify, communicate or learn.")
        var phase: IncidentPhase?
        @Option(help: "What is to be done.")
        var title: String?
        @Option(help: "The article that asks for it, as 33(1).")
        var article: String?
        @Option(help: "The id of a task that is done.")
        var done: String?
        @Option(help: "How it was done.")
        var note: String?

        func run() async throws {
            let content = try content
            try await addition.add { _, _ in [content] }
        }

        private var content: IncidentEvent.Content {
            get throws {
                switch (add, done) {
                case (nil, let id?): return .done(task: id, note: note)
                case (let id?, nil):
                    guard let phase, let title else { throw Failure.usage("--add needs --phase and --title") }
                    return .task(IncidentTask(id: id, phase: phase, title: title, article: article))
                default: throw Failure.usage("give --add or --done")
                }
            }
        }
    }

    struct Sent: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says that a notification left: a practice's to the authority, or the vendor's to a practice.")

        @OptionGroup var addition: Addition
        @Option(help: "A practice: an id or a unique name; several times. By default the incident's owner.")
        var practice: [String] = []
        @Flag(help: "The vendor's notice to the practice (33(2)), not the practice's notification (33(1)).")
        var notice = false
        @Option(help: "initial or complementary.")
        var phase: IncidentNotification.Phase
        @Option(help: "What it is found by, as a receipt's number.")
        var reference: String
        @Option(help: "When it left, with its zone; by default now.")
        var at: MomentArgument?
        @Option(help: "Why it is later than 72 hours.")
        var late: String?

        func run() async throws {
            let practices = try await addition.access.practices(practice)
            try await addition.add { incident, desk in
                let named = practices.isEmpty ? [incident.opening.owner.practice].compactMap(\.self) : practices
                guard !named.isEmpty else { throw Failure.usage("give --practice") }
                return named.map {
                    .sent(
                        IncidentNotification(
                            duty: notice ? .practice : .authority, practice: $0, phase: phase,
                            moment: at?.moment ?? desk.now, reference: reference, lateReason: late))
                }
            }
        }
    }

    struct Close: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Closes an incident: only notifications and decisions can follow.",
            discussion: """
                First whom the scope's query opened gets new epochs: what is written from then on is sealed under keys that whoever \
                has the old ones does not have. Freeze before: what leaks meanwhile is not in the scope. With --file nothing is \
                advanced: the event says that it is to be.
                """)

        @OptionGroup var addition: Addition
        @Option(help: "Why nothing more is to be done.")
        var reason: String
        @Option(help: "A file with the scope's query as JSON (docs/scope.md); by default the incident's own.")
        var query: String?
        @Flag(help: "The epochs of the patients who were opened need not advance.")
        var keepEpochs = false

        func run() async throws {
            guard query == nil || !keepEpochs && addition.access.data != nil else {
                throw Failure.usage("--query goes with --data, and not with --keep-epochs")
            }
            let asked = try query.map(ScopeOptions.read)
            let changed = try await addition.access.run { desk in
                if !keepEpochs, let data = addition.access.data {
                    try await advance(asked, try await desk.keeper.one(addition.incident).incident, DataDirectory(data))
                }
                return try await desk.change(addition.incident) { _ in
                    [.closed(IncidentClosing(reason: reason, advancesEpochs: !keepEpochs))]
                }
            }
            IncidentCommand.report(changed, json: addition.json)
        }

        /// Before the event is kept: what it says is then so. Told twice, they advance twice, which harms nobody.
        private func advance(_ asked: ScopeQuery?, _ incident: Incident, _ directory: DataDirectory) async throws {
            guard !incident.isClosed else { throw Failure.refused("the incident is closed") }
            guard var query = try asked ?? incident.scope.map({ try ScopeQuery(text: $0.value) }) else {
                throw Failure.usage("the incident has no scope: give --query, or --keep-epochs")
            }
            try query.restrict(to: incident.opening.owner)
            let advance = try EpochAdvance(query, directory)
            let tiers = try await Administration.run(directory) { try await advance.run($0) }
            Output.error("\(tiers) tiers of \(advance.people) patients have a new epoch")
        }
    }

    struct ScopeCommand: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "scope", abstract: "Says what the incident's scope is asked of; the last counts.")

        @OptionGroup var addition: Addition
        @Option(help: "A file with the query as JSON (docs/scope.md), 16 KiB at most.")
        var query: String

        func run() async throws {
            let text = try ScopeOptions.read(query).text
            try await addition.add { _, _ in [.scope(query: text)] }
        }
    }
}
