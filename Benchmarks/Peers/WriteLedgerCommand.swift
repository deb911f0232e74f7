import ArgumentParser
import Crypto
import Foundation
import Ledger

/// `write-ledger`: writes a ledger of made-up entries with the real writer, for other implementations to verify.
struct WriteLedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write-ledger", abstract: "Writes a ledger of made-up entries.")

    @Argument(help: "The directory to make: ledger/ and ledger.vkey.")
    var directory: String

    @Option(help: "How many entries.")
    var entries: Int

    @Option(help: "How many of them stay in the journal, as after a kill.")
    var unpublished = 0

    @Option(help: "How many practices.")
    var practices = 5

    @Option(help: "The same seed makes the same ledger.")
    var seed: UInt64 = 1

    func run() async throws {
        var numbers = SeededNumbers(seed: seed)
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: numbers.bytes(32))
        let signer = try NoteSigner(name: "example.com/ledger", privateKey: key)
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try Data((signer.key.vkey + "\n").utf8).write(to: URL(fileURLWithPath: directory + "/ledger.vkey"))
        var source = PeerEntries(seed: numbers.next(), practices: practices)
        let published = entries - unpublished
        if published > 0 { try await write(published, &source, &numbers, signer).close() }
        guard unpublished > 0 else { return }
        _ = try await write(unpublished, &source, &numbers, signer)
        // As if killed: nothing of the journal is published any more.
        _exit(0)
    }

    /// Appends in batches of random sizes and returns when all of it is durable.
    private func write(
        _ count: Int, _ source: inout PeerEntries, _ numbers: inout SeededNumbers, _ signer: NoteSigner
    ) async throws -> LedgerWriter {
        var options = LedgerOptions()
        options.segmentBytes = 4 << 20
        options.publishMilliseconds = 3_600_000
        let writer = try LedgerWriter.open(directory: directory + "/ledger", signer: signer, options: options)
        var left = count
        while left > 0 {
            let batch = try (0..<min(left, Int.random(in: 1...300, using: &numbers))).map { _ in try source.next() }
            _ = try await writer.append(batch).wait()
            left -= batch.count
        }
        return writer
    }
}
