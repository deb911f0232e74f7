import ArgumentParser
import Foundation

/// `colloque broker`: runs the key broker in the foreground, for installations whose gateway is another user or host.
struct BrokerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "broker", abstract: "Runs the key broker in the foreground.")

    @Option(help: "The data directory.")
    var data: String

    func run() throws {
        let directory = DataDirectory(data)
        let key = try directory.configuration().rootKeyFile
        let program = ChildProcess.beside("colloque-broker")
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["serve", "--data", directory.path, "--root-key-file", key]
        for number in [SIGTERM, SIGINT] { signal(number, SIG_IGN) }
        let sources = [SIGTERM, SIGINT].map { number in
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { process.terminate() }
            source.resume()
            return source
        }
        try process.run()
        process.waitUntilExit()
        sources.forEach { $0.cancel() }
        if process.terminationStatus != 0 { throw Failure.broken("the broker ended with \(process.terminationStatus)") }
    }
}
