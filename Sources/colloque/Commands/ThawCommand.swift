import ArgumentParser
import BrokerAPI
import Vocabulary

/// `colloque thaw`: lets a frozen account, practice or installation work again.
struct ThawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "thaw", abstract: "Ends a freeze.")

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
    @OptionGroup var by: OperatorOptions

    func run() async throws {
        guard [account != nil, practice != nil, installation].filter({ $0 }).count == 1 else {
            throw Failure.usage("give one of --account, --practice, --installation")
        }
        try await Administration.run(DataDirectory(data)) { administration in
            let target = try await FreezeTarget(administration, account: account, practice: practice)
            _ = try await administration.act(
                .thaw(scope: target.scope, practice: target.practice, holder: target.holder, reason: reason), by: by)
        }
        Output.line("thawed")
    }
}
