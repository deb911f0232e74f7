import ArgumentParser
import Foundation
import JSONTree
import Ledger
import LedgerCheck
import Sealing
import Store
import Vocabulary

/// `colloque ledger`: reads the ledger without the broker.
struct LedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Verifies the ledger, or witnesses one.",
        subcommands: [Verify.self, WitnessCommand.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Recomputes the whole ledger, and with --records compares the stores with it.")

        @Option(help: "The data directory.")
        var data: String
        @Flag(help: "Also check that the stores hold exactly what was entered as stored.")
        var records = false
        @Option(help: "The verification key of the ledger; by default the one that the installation keeps.")
        var vkey: String?
        @Option(help: "A file with a checkpoint that a witness cosigned: the ledger must contain it.")
        var witness: String?
        @Flag(help: "Print JSON.")
        var json = false

        func run() async throws {
            let directory = DataDirectory(data)
            let verifier = try verifier(directory)
            let known = try witness.map { try LedgerFiles.checkpoint(in: $0, verifier: verifier) }
            let report = LedgerVerification.run(
                directory: directory.ledger, verifier: verifier, linker: LedgerFiles.linker,
                known: known.map { [$0] } ?? [])
            var problems = report.problems.map { "\($0)" }
            if records, problems.isEmpty {
                problems += try await RecordVerification(directory, verifier).problems()
            }
            print(report, problems)
            if !problems.isEmpty { throw ExitCode(1) }
        }

        private func verifier(_ directory: DataDirectory) throws -> NoteVerifier {
            let text: String
            if let vkey { text = vkey } else { text = try directory.verificationKey() }
            do {
                return try NoteVerifier(vkey: text)
            } catch {
                throw Failure.usage("not a verification key")
            }
        }

        private func print(_ report: VerificationReport, _ problems: [String]) {
            let root = report.root.bytes.hexadecimal
            if json {
                Output.json([
                    "size": .number(JSONNumber(Int64(clamping: report.size))), "root": .string(root),
                    "ok": .bool(problems.isEmpty), "problems": .array(problems.map(JSONValue.string)),
                ])
            } else {
                for problem in problems { Output.line(problem) }
                Output.line("\(report.size) entries, root \(root): \(problems.isEmpty ? "ok" : "NOT ok")")
            }
        }
    }
}
