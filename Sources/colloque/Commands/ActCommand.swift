import ArgumentParser
import BrokerAPI
import JSONTree
import Vocabulary

/// `colloque act`: acts of two people that wait for the second.
struct ActCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "act", abstract: "Lists, approves and refuses acts of two people.",
        subcommands: [List.self, Approve.self, Refuse.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lists the acts that wait, with what would be done.")

        @Option(help: "The data directory.")
        var data: String
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let (acts, operators, practices) = try await Administration.run(DataDirectory(data)) { administration in
                (
                    try await administration.acts(), try await administration.list(.operators),
                    try await administration.practiceNames()
                )
            }
            let names = Dictionary(operators.map { ($0.id, $0.name) }) { first, _ in first }
            if json { return Output.json(.array(acts.map { $0.json })) }
            for act in acts {
                let asker = names[act.person] ?? act.person
                Output.line("\(act.id)  asked by \(asker), until \(act.until.instant)\n    \(act.readable(practices))")
            }
        }
    }

    struct Approve: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Approves an act that another asked for: it is carried out.")

        @OptionGroup var target: ActTarget
        @Option(help: "Where to write the invitations of an on-boarding (mode 0600).")
        var invitationsOut: String?

        func run() async throws {
            try await target.finish(invitations: .some(invitationsOut)) {
                .approve(act: $0, evidence: $1)
            } step: {
                .approval($0)
            }
        }
    }

    struct Refuse: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Refuses an act, or takes it back.")

        @OptionGroup var target: ActTarget

        func run() async throws {
            try await target.finish {
                .refuse(act: $0, evidence: $1)
            } step: {
                .refusal($0)
            }
        }
    }
}

/// Which act, and who has their say about it.
struct ActTarget: ParsableArguments {
    @Option(help: "The data directory.")
    var data: String
    @Option(help: "The act's id, as `act list` prints it.")
    var act: String
    @OptionGroup var by: OperatorOptions
    @Flag(help: "Print JSON.")
    var json = false

    /// Signs the content that waits, and nothing else.
    /// - Parameter invitations: Of an approval: where those of an on-boarding go.
    func finish(
        invitations: String?? = nil, _ request: (ActID, ActEvidence) -> AdminRequest, step: (ActID) -> ActStep
    ) async throws {
        guard let id = ActID(act) else { throw Failure.usage("not an act's id") }
        let reply = try await Administration.run(DataDirectory(data)) { administration in
            guard let item = try await administration.acts().first(where: { $0.id == id }) else {
                throw Failure.refused("no such act waits")
            }
            Output.error(item.readable(try await administration.practiceNames()))
            // Before anything is done: a code that could not be written down would be lost.
            let output = try item.isInviting ? invitations.map { try InvitationOutput($0) } : nil
            let now = try await administration.status().time
            let reply = try await administration.ask(request(id, try by.evidence(step(id), item.content, at: now)))
            try output?.write(item, reply)
            return reply
        }
        reply.report(json: json)
    }
}

extension Administration {
    /// The names of practices by their ids.
    fileprivate func practiceNames() async throws -> [String: String] {
        Dictionary(try await list(.practices).map { ($0.id, $0.name) }) { first, _ in first }
    }

    fileprivate func acts() async throws -> [ActItem] {
        guard case .acts(let acts) = try await ask(.acts) else { throw Failure.broken("broker: unexpected answer") }
        return acts
    }
}

extension ActItem {
    fileprivate var json: JSONValue {
        [
            "id": .string(id.description), "act": .string(act), "person": .string(person),
            "until": .string("\(until.instant)"), "content": .string(content),
        ]
    }
}
