import ArgumentParser
import BrokerAPI
import Foundation
import Vocabulary

/// `load`: signs in, deposits patients and releases keys until the broker goes away; notes what was acknowledged.
///
/// The first run on an installation adds practices and accounts, and writes them into the state file; later runs go on
/// with them. Exit 0 when the broker went away or the time is over; 1 when it answered what it never should; 4 when
/// there was nothing to begin with.
struct LoadCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load", abstract: "Works on a broker and notes each answer after it arrived.")

    @Option(help: "The broker's socket for gateways.")
    var socket: String

    @Option(help: "The broker's administration socket.")
    var admin: String

    @Option(help: "The file to which acknowledged answers are appended, one a line.")
    var ack: String

    @Option(help: "The file with accounts and patients.")
    var state: String

    @Option(help: "Callers at once.")
    var callers = 32

    @Option(help: "Seconds after which it ends by itself.")
    var seconds = 10.0

    func run() async throws {
        let journal = try AckJournal(ack)
        let client = BrokerClient(path: socket)
        var installation: LoadInstallation
        do {
            installation = try await LoadInstallation.open(state, admin: admin)
            try await installation.signIn(client, journal)
        } catch {
            FileHandle.standardError.write(Data("load: nothing to begin with: \(error)\n".utf8))
            throw ExitCode(4)
        }
        let worker = LoadWorker(broker: client, journal: journal, practices: installation.practices)
        let end = Latencies.now + UInt64(seconds * 1e9)
        let verdicts = await withTaskGroup(of: LoadWorker.Verdict.self) { group in
            for caller in 0..<callers { group.addTask { await worker.work(caller, until: end) } }
            return await group.reduce(into: [LoadWorker.Verdict]()) { $0.append($1) }
        }
        installation.keep(worker.deposited)
        try installation.write(state)
        await client.close()
        Report.line("load: \(journal.count) answers acknowledged")
        for case .unexpected(let what) in verdicts {
            FileHandle.standardError.write(Data("load: \(what)\n".utf8))
            throw ExitCode(1)
        }
    }
}
