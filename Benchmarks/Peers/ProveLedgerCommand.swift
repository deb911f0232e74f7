import ArgumentParser
import Foundation
import Ledger
import LedgerCheck
import LedgerMap

/// `prove-ledger`: claims about a ledger with proofs made by its reader, and as many damaged ones, for other
/// implementations to judge. Ends with exit 1 when our own verifier judges one of them wrongly.
struct ProveLedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prove-ledger", abstract: "Writes proofs about a ledger, good and damaged, a line of JSON each.")

    @Option(help: "The ledger's directory.")
    var ledger: String

    @Option(help: "The file with its verification key.")
    var vkeyFile: String

    @Option(help: "How many proofs of entries and sizes, and as many damaged ones.")
    var cases = 100

    @Option(help: "How many proofs of practices, and as many damaged ones.")
    var mapCases = 20

    @Option(help: "The same seed makes the same cases.")
    var seed: UInt64 = 1

    @Option(help: "The file to write.")
    var out: String

    /// How many sizes of the log a map is made for.
    private static let maps = 8

    private struct Head: Codable {
        var kind = "checkpoint"
        let note: String
    }

    func run() async throws {
        let key = try String(contentsOfFile: vkeyFile, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        let reader = try LedgerReader(directory: ledger, verifier: NoteVerifier(vkey: key))
        var lines: [any Encodable] = [Head(note: String(decoding: reader.checkpoint.bytes, as: UTF8.self))]
        lines += try treeCases(reader)
        lines += try mapCases(reader)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let text = try lines.map { try encoder.encode($0) + [UInt8(ascii: "\n")] }
        try Data(text.joined()).write(to: URL(fileURLWithPath: out))
    }

    private func treeCases(_ reader: LedgerReader) throws -> [TreeCase] {
        var source = TreeCases(reader, seed: seed)
        var all: [TreeCase] = []
        for _ in 0..<cases {
            let good = try source.proven()
            let bad = try source.damaged(good)
            guard good.isAccepted, !bad.isAccepted else {
                throw BenchmarkError.unexpected("\(good.kind) of \(good.first) in \(good.size) is judged wrongly")
            }
            all += [good, bad]
        }
        return all
    }

    /// Follows the chains through the log and stops at random sizes.
    private func mapCases(_ reader: LedgerReader) throws -> [MapCase] {
        var reader = reader
        var numbers = SeededNumbers(seed: seed &+ 1)
        let sizes = (1..<ProveLedgerCommand.maps).map { _ in UInt64.random(in: 0...reader.size, using: &numbers) }
        var maps: [PracticeMap] = []
        var map = PracticeMap()
        var practices: Set<PracticeKey> = []
        for size in sizes.sorted() + [reader.size] {
            try reader.forEach(from: map.size, to: size) { _, entry in
                if let link = try EntryLink.read(entry) { practices.insert(link.practice) }
                try map.append(entry, linker: EntryLink.read)
            }
            maps.append(map)
        }
        var source = MapCases(practices: practices.sorted(), seed: numbers.next())
        return try (0..<mapCases).flatMap { try source.pair(maps[$0 % maps.count]) }
    }
}
