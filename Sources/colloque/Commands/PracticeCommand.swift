import ArgumentParser
import JSONTree

/// `colloque practice`: practices of an installation.
struct PracticeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "practice", abstract: "Adds and lists practices.", subcommands: [Add.self, List.self])

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
}
