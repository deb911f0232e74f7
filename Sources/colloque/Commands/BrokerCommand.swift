import ArgumentParser
import Foundation

/// `colloque broker`: runs the key broker in the foreground, for installations whose gateway is another user or host.
struct BrokerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "broker", abstract: "Runs the key broker in the foreground.")

    @Option(help: "The data directory.")
    var data: String

    func run() throws {
        let directory = DataDirectory(data)
        let key = try directory.configuration().rootKeyFile
        let program = ChildProcess.beside("colloque-broker")
        let arguments = [program, "serve", "--data", directory.path, "--root-key-file", key]
        var pointers = arguments.map { unsafe strdup($0) } + [nil]
        unsafe execv(program, &pointers)
        throw Failure.broken("\(program) cannot be run")
    }
}
