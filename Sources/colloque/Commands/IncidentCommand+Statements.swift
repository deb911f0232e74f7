import ArgumentParser
import Response
import Vocabulary

extension IncidentCommand {
    struct Aware: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says since when a practice, or the vendor, is aware: its clock starts.")

        @OptionGroup var addition: Addition
        @Option(help: "A practice: an id or a unique name; several times. By default the incident's owner.")
        var practice: [String] = []
        @Flag(help: "The vendor is aware.")
        var vendor = false
        @Option(help: "Since when, with its zone; by default now.")
        var at: MomentArgument?
        @Option(help: "Through whom: an id; by default the account that writes.")
        var by: IncidentAuthor?
        @Option(help: "How.")
        var how: String

        func run() async throws {
            let practices = try await addition.access.practices(practice).map { IncidentParty.practice($0) }
            try await addition.add { incident, desk in
                let named = (vendor ? [.vendor] : []) + practices
                return (named.isEmpty ? [incident.opening.owner] : named).map {
                    .aware(
                        IncidentAwareness(party: $0, moment: at?.moment ?? desk.now, by: by ?? desk.author, how: how))
                }
            }
        }
    }

    struct Note: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds to the timeline.")

        @OptionGroup var addition: Addition
        @Option(help: "What happened.")
        var text: String
        @Option(help: "When, with its zone; by default now.")
        var at: MomentArgument?
        @Option(help: "ledger, access, person, or foreign:NAME for another system's log.")
        var source = "person"
        @Option(help: "proven, recorded, foreign or stated; by default the best that the source allows.")
        var grade: IncidentEntry.Grade?
        @Option(help: "The fact that it states, as NAME=VALUE; other values of it are contradictions.")
        var fact: String?

        func run() async throws {
            guard let source = IncidentEntry.Source(word: source) else {
                throw Failure.usage("--source is ledger, access, person or foreign:NAME")
            }
            let fact = try fact.map(Note.fact)
            try await addition.add { _, desk in
                let moment = at?.moment ?? desk.now
                return [
                    .entry(IncidentEntry(moment: moment, text: text, source: source, grade: grade, fact: fact))
                ]
            }
        }

        private static func fact(_ text: String) throws -> IncidentEntry.Fact {
            guard let place = text.firstIndex(of: "=") else { throw Failure.usage("--fact is NAME=VALUE") }
            return IncidentEntry.Fact(
                name: String(text[..<place]), value: String(text[text.index(after: place)...]))
        }
    }

    struct Decide: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Writes down a decision and its reason.")

        @OptionGroup var addition: Addition
        @Option(help: "What was decided.")
        var what: String
        @Option(help: "Why.")
        var reason: String
        @Option(help: "When, with its zone; by default now.")
        var at: MomentArgument?

        func run() async throws {
            try await addition.add { _, desk in
                [.decided(IncidentDecision(what: what, reason: reason, moment: at?.moment ?? desk.now))]
            }
        }
    }
}
