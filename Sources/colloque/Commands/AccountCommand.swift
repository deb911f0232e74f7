import ArgumentParser
import BrokerAPI
import Foundation
import JSONTree
import Vocabulary

/// `colloque account`: memberships and clients of a practice.
struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Adds and lists memberships and clients.",
        subcommands: [Add.self, Invite.self, List.self, Roles.self, Reset.self, AllowImport.self, OperatorCommand.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds a membership or a client with a new key.")

        @Option(help: "The data directory.")
        var data: String
        @Option(help: "The practice: an id or a unique name.")
        var practice: String
        @Option(
            help: "physician nurse pharmacist secretary remote-secretariat on-call laboratory booking partner support.")
        var role: String
        @Option(help: "The account's name.")
        var name: String
        @Option(help: "The professional's own identifier (RPPS), kept with the name.")
        var practitioner: String?
        @Option(help: "Where to write the new private key (PEM, mode 0600).")
        var keyOut: String
        @OptionGroup var by: OperatorOptions
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            guard let role = Role(rawValue: role) else { throw Failure.usage("no such role: \(self.role)") }
            let name = practitioner.map { "\(self.name) (\($0))" } ?? self.name
            let reply = try await Administration.run(DataDirectory(data)) { administration in
                let practice = try await administration.practice(self.practice)
                let key = try KeyFile.create(at: keyOut).publicKey.text
                do {
                    return try await administration.act(Add.request(practice, role, name, key), by: by)
                } catch {
                    try? FileManager.default.removeItem(atPath: keyOut)
                    throw error
                }
            }
            reply.report(json: json)
        }

        static func request(_ practice: PracticeID, _ role: Role, _ name: String, _ key: String) -> AdminRequest {
            role.isMembership
                ? .addMember(practice: practice, role: role, name: name, key: key, shares: nil, end: nil)
                : .addClient(practice: practice, role: role, name: name, key: key, partner: nil, depositOnly: false)
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists a practice's memberships and clients.")

        @Option(help: "The data directory.")
        var data: String
        @Option(help: "The practice: an id or a unique name.")
        var practice: String
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let items = try await Administration.run(DataDirectory(data)) { administration in
                try await administration.list(.holders(practice: try await administration.practice(practice)))
            }
            if json {
                Output.json(
                    .array(
                        items.map {
                            [
                                "id": .string($0.id), "name": .string($0.name),
                                "role": .string($0.role?.rawValue ?? ""),
                                "state": .string($0.state),
                            ]
                        }))
            } else {
                for item in items {
                    Output.line("\(item.id)  \(item.role?.rawValue ?? "")  \(item.state)  \(item.name)")
                }
            }
        }
    }

    struct Roles: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Prints which role may do what, tier by tier.")

        func run() { Output.line(Access.table) }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets a person who lost their factors enrol anew, a day later; an act of two people once live.")

        @Option(help: "The data directory.")
        var data: String
        @Option(help: "The account: an id or a unique name.")
        var account: String
        @OptionGroup var by: OperatorOptions
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let reply = try await Administration.run(DataDirectory(data)) { administration in
                let (practice, holder, _) = try await administration.holder(account)
                guard case .member(let member) = holder else { throw Failure.refused("a client has no factors") }
                return try await administration.act(.resetFactors(practice: practice, member: member), by: by)
            }
            reply.report(json: json)
        }
    }

    struct AllowImport: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets a client of a live installation import for some hours; an act of two people.")

        @Option(help: "The data directory.")
        var data: String
        @Option(help: "The client: an id or a unique name.")
        var account: String
        @Option(help: "For how many hours, 72 at most.")
        var hours: Int64
        @OptionGroup var by: OperatorOptions
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let reply = try await Administration.run(DataDirectory(data)) { administration in
                let (practice, holder, _) = try await administration.holder(account)
                guard case .client(let client) = holder else { throw Failure.refused("not a client") }
                let request = AdminRequest.allowImport(practice: practice, client: client, hours: hours)
                return try await administration.act(request, by: by)
            }
            reply.report(json: json)
        }
    }
}
