import ArgumentParser
import Foundation
import Gateway
import Hummingbird
import JSONTree
import Ledger
import LedgerCheck
import Logging
import Vocabulary

/// `colloque ledger witness`: remembers another machine's checkpoints and cosigns what extends them (C2SP tlog-witness), until it
/// is told to stop. With a copy of the ledger it is a monitor too, and re-reads every entry before it cosigns.
struct WitnessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "witness", abstract: "Cosigns the checkpoints of ledgers, if each extends the one before.")

    @Option(help: "The witness's key; drawn when the file does not exist.")
    var key: String
    @Option(help: "The name of a new key.")
    var name = "witness"
    @Option(help: "The verification key of a ledger (its broker/ledger.vkey, or the text); may be repeated.")
    var log: [String]
    @Option(help: "A directory that keeps the latest checkpoints; made when it does not exist.")
    var state: String
    @Option(help: "The ledger, or a copy kept up to date: every entry is read again before cosigning.")
    var ledger: String?
    @Option(help: "Address and port; port 0 lets the system choose.")
    var listen = "127.0.0.1:0"
    @Option(help: "A file that receives {\"key\",\"url\"} when requests are accepted.")
    var readyFile: String?

    func run() async throws {
        guard let address = GatewayConfiguration.Address(listen) else { throw Failure.usage("--listen: host:port") }
        let signer = try WitnessKeyFile.open(key, name: name)
        let witness = try witness(signer)
        let router = Router()
        router.post("add-checkpoint") { request, _ in try await WitnessCommand.answer(request, witness) }
        let ready = readyFile
        let application = Application(
            router: router, configuration: .init(address: .hostname(address.host, port: address.port)),
            onServerRunning: { channel in
                let port = channel.localAddress?.port ?? address.port
                WitnessCommand.announce("http://\(address.host):\(port)", signer, ready)
            }, logger: Logger(label: "colloque.witness") { _ in JSONLogHandler() })
        try await application.runService()
    }

    private func witness(_ signer: NoteSigner) throws -> Witness {
        let logs = try log.map { text in
            let line = FileManager.default.contents(atPath: text).map {
                String(decoding: $0.prefix(1_024), as: UTF8.self)
            }
            let vkey = (line ?? text).trimmingCharacters(in: .whitespacesAndNewlines)
            guard let verifier = try? NoteVerifier(vkey: vkey) else {
                throw Failure.usage("--log: not a verification key")
            }
            return verifier
        }
        guard !logs.isEmpty, ledger == nil || logs.count == 1 else {
            throw Failure.usage("--ledger goes with one --log")
        }
        try FileManager.default.createDirectory(
            atPath: state, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let gate = ledger.map { MonitorGate(directory: $0, verifier: logs[0]) }
        return try Witness(
            signer: signer, logs: logs, directory: state,
            clock: { UInt64(clamping: SystemClock().now().milliseconds / 1_000) },
            gate: { checkpoint in try gate?.check(checkpoint) })
    }

    private static func answer(_ request: Request, _ witness: Witness) async throws -> Response {
        let body = try await request.body.collect(upTo: 2 * SignedNote.sizeLimit)
        let answer = witness.addCheckpoint(Array(buffer: body))
        return Response(
            status: .init(code: answer.status), headers: [.contentType: answer.contentType],
            body: .init(byteBuffer: ByteBuffer(bytes: answer.body)))
    }

    private static func announce(_ url: String, _ signer: NoteSigner, _ readyFile: String?) {
        let json: JSONValue = ["key": .string(signer.key.vkey), "url": .string(url)]
        if let readyFile { try? Data(json.bytes).write(to: URL(fileURLWithPath: readyFile), options: .atomic) }
        Output.error("witness \(signer.key.vkey) at \(url)")
    }
}
