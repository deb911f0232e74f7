import Foundation
import Ledger
import LedgerCheck
import LedgerMap
import Vocabulary

/// What the command line knows of entries that the `Ledger` room does not: how to read a practice's link out of one.
enum LedgerFiles {
    /// The practice, number and predecessor that an entry names; throws for bytes that are no entry.
    @Sendable static func linker(_ bytes: Span<UInt8>) throws -> EntryLink? {
        let entry = try LedgerEntry(unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) })
        guard let link = entry.link else { return nil }
        guard let previous = Hash(link.previous) else { throw LedgerEntryError("prev") }
        return EntryLink(
            practice: PracticeKey(high: link.practice.high, low: link.practice.low), n: link.n, prev: previous)
    }

    /// The checkpoint in a file, signed by the ledger.
    static func checkpoint(in path: String, verifier: NoteVerifier) throws -> Checkpoint {
        guard let data = FileManager.default.contents(atPath: path), data.count <= 65_536 else {
            throw Failure.usage("\(path): cannot be read")
        }
        do {
            return try SignedCheckpoint(Array(data), verifier: verifier).checkpoint
        } catch {
            throw Failure.refused("\(path): not a checkpoint of this ledger")
        }
    }
}

extension DataDirectory {
    /// The verification key that the installation keeps for readers.
    func verificationKey() throws -> String {
        guard let data = FileManager.default.contents(atPath: broker + "/ledger.vkey") else {
            throw Failure.usage("no broker/ledger.vkey here: give --vkey")
        }
        return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
