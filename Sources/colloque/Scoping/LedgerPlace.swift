import ArgumentParser
import Foundation
import Ledger

/// Where the ledger is: an installation's, or a copy's directory with the key beside it or given.
struct LedgerPlace: ParsableArguments {
    @Option(help: "The data directory of an installation.")
    var data: String?
    @Option(help: "A copy of a ledger's directory, on any machine; needs --vkey.")
    var ledger: String?
    @Option(help: "The verification key of the ledger; by default the one that the installation keeps.")
    var vkey: String?

    /// The ledger's directory and the key that its checkpoints are signed with.
    func resolved() throws -> (directory: String, verifier: NoteVerifier) {
        switch (data, ledger) {
        case (let data?, nil):
            let directory = DataDirectory(data)
            return (directory.ledger, try LedgerPlace.verifier(try vkey ?? directory.verificationKey()))
        case (nil, let ledger?):
            guard let vkey else { throw Failure.usage("--ledger needs --vkey") }
            return (ledger, try LedgerPlace.verifier(vkey))
        default: throw Failure.usage("give --data or --ledger")
        }
    }

    /// A verification key, or the one in a file.
    static func verifier(_ text: String) throws -> NoteVerifier {
        var key = text
        if let data = FileManager.default.contents(atPath: text), data.count <= 4_096 {
            key = String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        }
        do { return try NoteVerifier(vkey: key) } catch { throw Failure.usage("not a verification key") }
    }
}
