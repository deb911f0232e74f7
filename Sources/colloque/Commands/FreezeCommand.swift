import ArgumentParser
import BrokerAPI
import Vocabulary

/// `colloque freeze`: ends all sessions of an account, a practice or the installation, and lets none begin.
struct FreezeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "freeze", abstract: "Ends all sessions of an account, a practice or everything.")

    @Option(help: "The data directory.")
    var data: String
    @Option(help: "An account: an id or a unique name.")
    var account: String?
    @Option(help: "A practice: an id or a unique name.")
    var practice: String?
    @Flag(help: "The whole installation.")
    var installation = false
    @Option(help: "A coded reason: letters, digits, hyphens.")
    var reason = "by-hand"

    func run() async throws {
        guard [account != nil, practice != nil, installation].filter({ $0 }).count == 1 else {
            throw Failure.usage("give one of --account, --practice, --installation")
        }
        try await Administration.run(DataDirectory(data)) { administration in
            let target = try await FreezeTarget(administration, account: account, practice: practice)
            _ = try await administration.ask(
                .freeze(scope: target.scope, practice: target.practice, holder: target.holder, reason: reason))
        }
        Output.line("frozen")
    }
}
