import ArgumentParser
import BrokerAPI
import JSONTree
import Vocabulary

/// `colloque practice`: practices of an installation.
struct PracticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice", abstract: "Adds and lists practices, and tells what the ledger has to tell one.",
        subcommands: [Add.self, Onboard.self, List.self, Notices.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds a practice.")

        @Option(help: "The data directory.")
        var data: String
        @Option(help: "The practice's name.")
        var name: String
        @Option(help: "How many professionals work there; the practice's limits follow from it.")
        var size: Int64
        @OptionGroup var by: OperatorOptions
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let reply = try await Administration.run(DataDirectory(data)) {
                try await $0.act(.addPractice(name: name, size: size), by: by)
            }
            reply.report(json: json)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists practices.")

        @Option(help: "The data directory.")
        var data: String
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let items = try await Administration.run(DataDirectory(data)) { try await $0.list(.practices) }
            if json {
                Output.json(
                    .array(items.map { ["id": .string($0.id), "name": .string($0.name), "state": .string($0.state)] }))
            } else {
                for item in items { Output.line("\(item.id)  \(item.state)  \(item.name)") }
            }
        }
    }

    struct Notices: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Prints the ledger's entries that a practice is told of: one JSON object a line, ids only.")

        @Option(help: "The data directory.")
        var data: String
        @Option(help: "The practice: an id or a unique name.")
        var practice: String
        @Option(help: "Of the last so many days.")
        var days: Int64 = 30

        func run() async throws {
            try await Administration.run(DataDirectory(data)) { administration in
                let practice = try await administration.practice(self.practice)
                var since: Timestamp? = try await administration.status().time.adding(days: -days)
                while let from = since {
                    let reply = try await administration.ask(.notices(practice: practice, since: from))
                    guard case .notices(let lines, let next) = reply else {
                        throw Failure.broken("broker: unexpected answer")
                    }
                    for line in lines { Output.line(line) }
                    since = next.flatMap { $0 > from ? $0 : nil }
                }
            }
        }
    }
}
