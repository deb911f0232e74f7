import ArgumentParser
import BrokerAPI
import Foundation
import JSONTree
import Vocabulary

/// `colloque account operator`: who asks for and approves acts of two people.
struct OperatorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "operator",
        abstract: "Adds, lists and removes operators: who asks for and approves acts of two people.",
        subcommands: [Add.self, Adopt.self, List.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds an operator with a new key; prints the secret for one-time codes, once.")

        @Option(help: "The data directory.")
        var data: String
        @Option(help: "The operator's name.")
        var name: String
        @Option(help: "Where to write the new private key (mode 0600).")
        var keyOut: String
        @OptionGroup var by: OperatorOptions
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let reply = try await Administration.run(DataDirectory(data)) { administration in
                let key = try KeyFile.create(at: keyOut)
                do {
                    let reply = try await administration.act(
                        .addOperator(name: name, key: key.publicKey.text), by: by)
                    if case .enrolled(let person, _) = reply { try OperatorFile.name(person, in: keyOut, key) }
                    return reply
                } catch {
                    try? FileManager.default.removeItem(atPath: keyOut)
                    throw error
                }
            }
            reply.report(json: json)
        }
    }

    struct Adopt: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the id that an approval printed into the key file of an operator who was asked for.")

        @Option(help: "The key file.")
        var key: String
        @Option(help: "The operator's id.")
        var id: String

        func run() async throws {
            guard let person = PersonID(id) else { throw Failure.usage("not an operator's id") }
            try OperatorFile.name(person, in: key, try KeyFile.read(key))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists operators.")

        @Option(help: "The data directory.")
        var data: String
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let items = try await Administration.run(DataDirectory(data)) { try await $0.list(.operators) }
            if json {
                Output.json(.array(items.map { ["id": .string($0.id), "name": .string($0.name)] }))
            } else {
                for item in items { Output.line("\(item.id)  \(item.name)") }
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Ends an operator's key.")

        @Option(help: "The data directory.")
        var data: String
        @Option(help: "The operator's id.")
        var id: String
        @OptionGroup var by: OperatorOptions
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            guard let person = PersonID(id) else { throw Failure.usage("not an operator's id") }
            let reply = try await Administration.run(DataDirectory(data)) {
                try await $0.act(.removeOperator(person: person), by: by)
            }
            reply.report(json: json)
        }
    }
}
