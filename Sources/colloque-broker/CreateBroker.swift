import ArgumentParser
import Broker
import Foundation

/// Makes an installation's key database, secrets and ledger in an empty `broker` directory.
struct CreateBroker: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Makes a new installation's keys and ledger.")

    @Option(help: "The installation's data directory.")
    var data: String

    @Option(help: "The file with the root key, outside the data directory.")
    var rootKeyFile: String

    @Flag(help: "Mark the installation as simulated, for ever: only then its time can be moved.")
    var simulated = false

    func run() async throws {
        do {
            let configuration = BrokerConfiguration(directory: data + "/broker")
            try Broker.create(configuration, root: try RootKeySource.read(rootKeyFile), simulated: simulated)
            try LimitsFile(path: data + "/limits.yaml").write(.standard)
        } catch {
            FileHandle.standardError.write(Data("colloque-broker: \(error)\n".utf8))
            throw ExitCode(3)
        }
    }
}
