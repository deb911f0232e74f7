import ArgumentParser
import Foundation
import Ledger
import LedgerCheck
import Vocabulary

/// `check-ledger`: reads the files of a ledger alone and says whether what was acknowledged is in it.
///
/// I1 and I2: every acknowledged release, deposit and session has its entry under a signed checkpoint. I3: every
/// checkpoint that was ever seen is a prefix of this log, by recomputation. Exit 1 when something is not so.
struct CheckLedgerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check-ledger", abstract: "Compares a ledger's files with what was acknowledged.")

    @Option(help: "The ledger's directory.")
    var ledger: String

    @Option(help: "The file with its verification key.")
    var vkeyFile: String

    @Option(help: "The file of acknowledged answers.")
    var ack: String

    @Option(help: "A directory of checkpoints that were seen, one a file; the ledger's latest is added to it.")
    var checkpoints: String?

    func run() async throws {
        let key = try String(contentsOfFile: vkeyFile, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        let verifier = try NoteVerifier(vkey: key)
        let known = try checkpoints.map { try SeenCheckpoints(directory: $0).read(verifier) } ?? []
        let report = LedgerVerification.run(
            directory: ledger, verifier: verifier, linker: EntryLink.read, known: known)
        var problems = report.problems.map(\.description)
        var reader = try LedgerReader(directory: ledger, verifier: verifier)
        if reader.size != report.size || reader.checkpoint.root != report.root {
            problems.append("reader and verification differ")
        }
        var count = EntryCount()
        try reader.forEach(from: 0, to: reader.size) { _, bytes in
            count.add(try LedgerEntry(unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }))
        }
        let acks = try AckJournal.read(ack)
        problems += count.missing(acks)
        if let checkpoints { try SeenCheckpoints(directory: checkpoints).add(reader.checkpoint) }
        let quoted = problems.prefix(20).map { "\"\($0)\"" }.joined(separator: ",")
        Report.line(
            #"{"size":\#(reader.size),"releases":\#(count.releases),"acknowledged":\#(acks.count),"#
                + #""checkpoints":\#(known.count),"problems":[\#(quoted)]}"#)
        guard problems.isEmpty else { throw ExitCode(1) }
    }
}
