import Foundation
import Ledger
import Vocabulary

/// The ledger as anybody reads it: which keys left the broker, for whom, when.
struct LedgerView {
    /// The ledger's directory.
    let path: String
    let verifier: NoteVerifier

    /// The ledger of a data directory, with the key that lies beside it.
    init(_ dataDirectory: String) throws {
        path = dataDirectory + "/broker/ledger"
        guard let data = FileManager.default.contents(atPath: dataDirectory + "/broker/ledger.vkey") else {
            throw DrillError("no verification key")
        }
        let vkey = String(decoding: data, as: UTF8.self)
        verifier = try NoteVerifier(vkey: vkey.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    func reader() throws -> LedgerReader { try LedgerReader(directory: path, verifier: verifier) }

    /// How many entries there are now.
    func size() throws -> UInt64 { try reader().size }

    /// Hands over every entry from an index on.
    func forEach(from index: UInt64 = 0, _ body: (LedgerEntry) throws -> Void) throws {
        var reader = try reader()
        try reader.forEach(from: min(index, reader.size), to: reader.size, verifying: false) { _, bytes in
            try body(try LedgerEntry(unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }))
        }
    }

    /// The releases of patients' keys from an index on.
    func releases(from index: UInt64) throws -> Releases {
        var releases = Releases()
        try forEach(from: index) { entry in
            guard case .release(let release) = entry.event else { return }
            releases.add(release, at: entry.time, in: entry.link?.practice)
        }
        return releases
    }
}
