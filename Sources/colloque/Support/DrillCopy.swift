import BrokerAPI
import Drill
import Foundation
import JSONTree
import Ledger
import LedgerCheck
import Store
import Synchronization
import Vocabulary

/// A copy of a simulated installation in a temporary directory, with a `serve` of its own.
final class DrillCopy: DrillInstallation {
    private struct Running {
        let serve: ChildProcess
        let server: RunningServer
    }

    /// Names that a copy is made without: what belongs to a running `serve`, and the demonstration's own list of keys.
    private static let leftOut: Set<String> = ["run.json", "demo.json", "demo-keys"]

    let directory: DataDirectory
    /// The copy's parent, which also holds the log.
    let room: String
    private let running = Mutex<Running?>(nil)
    private let witness = Mutex<ChildProcess?>(nil)
    let keys = DrillKeys()

    /// Copies the data directory. The root key stays where `config.yaml` says it is.
    init(of source: DataDirectory) throws {
        room = NSTemporaryDirectory() + "colloque-drill-" + UUID().uuidString.prefix(13).lowercased()
        directory = DataDirectory(room + "/data")
        DrillRooms.note(room)
        do {
            try FileManager.default.createDirectory(
                atPath: directory.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            for name in try FileManager.default.contentsOfDirectory(atPath: source.path)
            where !DrillCopy.leftOut.contains(name) {
                try DrillCopy.copy(source.path + "/" + name, to: directory.path + "/" + name)
            }
            guard FileManager.default.createFile(atPath: logFile, contents: nil) else {
                throw Failure.broken("no log file")
            }
        } catch {
            DrillRooms.remove(room)
            throw error
        }
    }

    /// Copies files and directories, but no sockets.
    private static func copy(_ source: String, to target: String) throws {
        let manager = FileManager.default
        let attributes = try manager.attributesOfItem(atPath: source)
        switch attributes[.type] as? FileAttributeType {
        case .typeRegular?: try manager.copyItem(atPath: source, toPath: target)
        case .typeDirectory?:
            try manager.createDirectory(
                atPath: target, withIntermediateDirectories: true,
                attributes: [.posixPermissions: attributes[.posixPermissions] ?? 0o700])
            for name in try manager.contentsOfDirectory(atPath: source) {
                try copy(source + "/" + name, to: target + "/" + name)
            }
        default: break
        }
    }

    private var logFile: String { room + "/serve.log" }

    var path: String { directory.path }
    var brokerSocket: String { directory.brokerSocket }
    var adminSocket: String { directory.adminSocket }
    var linker: EntryLinker { LedgerFiles.linker }

    func copy() async throws -> any DrillInstallation { try DrillCopy(of: directory) }

    func start() async throws {
        guard let log = FileHandle(forWritingAtPath: logFile) else { throw Failure.broken("no log file") }
        try log.seekToEnd()
        let serve = try await ChildProcess(
            program: ChildProcess.beside("colloque"), arguments: ["serve", "--data", path, "--listen", "127.0.0.1:0"],
            log: log)
        DrillRooms.note(room, process: serve.process.processIdentifier)
        do {
            let server = try RunningServer(runFile: Array(serve.ready))
            running.withLock { $0 = Running(serve: serve, server: server) }
        } catch {
            serve.stop()
            throw error
        }
    }

    func stop() async {
        let ended = running.withLock { running in
            defer { running = nil }
            return running
        }
        await ended?.server.close()
        ended?.serve.stop()
        DrillRooms.note(room)
    }

    func startWitness() async throws {
        let child = try await ChildProcess(
            program: ChildProcess.beside("colloque"),
            arguments: [
                "ledger", "witness", "--key", room + "/witness.key", "--state", room + "/witness", "--log",
                directory.broker + "/ledger.vkey", "--ledger", directory.ledger,
            ], log: FileHandle(forWritingAtPath: "/dev/null"))
        DrillRooms.note(room + "/witness", process: child.process.processIdentifier)
        guard let ready = try? JSONValue(parsing: Array(child.ready)), let key = ready["key"]?.string,
            let url = ready["url"]?.string
        else { throw Failure.broken("the witness did not say where it is") }
        witness.withLock { $0 = child }
        var configuration = try directory.configuration()
        configuration.witnesses = [DataDirectory.Configuration.Witness(key: key, url: url)]
        try directory.write(configuration)
    }

    func stopWitness() async {
        let child = witness.withLock { witness in
            defer { witness = nil }
            return witness
        }
        child?.stop()
        DrillRooms.remove(room + "/witness")
    }

    func remove() async {
        await stop()
        await stopWitness()
        DrillRooms.remove(room)
    }

    func log() -> [UInt8] { Array(FileManager.default.contents(atPath: logFile) ?? Data()) }

    func server() throws -> RunningServer {
        guard let server = running.withLock({ $0?.server }) else { throw Failure.broken("drill: serve does not run") }
        return server
    }
}
