import Foundation
import Ledger
import LedgerCheck
import Synchronization
import Vocabulary

/// Re-reads a copy of the ledger up to a checkpoint before a witness cosigns it: chains of all practices, every `index` entry, and that time never falls.
final class MonitorGate: Sendable {
    private let directory: String
    private let verifier: NoteVerifier
    private let monitor: Mutex<Monitor>
    private let order = TimeOrder()

    /// - Parameter directory: The ledger's directory or a copy that is kept up to date.
    init(directory: String, verifier: NoteVerifier) {
        self.directory = directory
        self.verifier = verifier
        monitor = Mutex(
            Monitor(linker: LedgerFiles.linker) { [order] bytes in try MonitorGate.index(bytes, order) })
    }

    /// Throws `outOfRange` when the copy is not so far yet, and the reason when the ledger is not as it should be.
    @Sendable func check(_ checkpoint: Checkpoint) throws {
        var reader = try LedgerReader(directory: directory, verifier: verifier)
        guard checkpoint.size <= reader.size else { throw LedgerError(.outOfRange, position: checkpoint.size) }
        guard try reader.root(at: checkpoint.size) == checkpoint.root else {
            throw LedgerError(.forked, position: checkpoint.size)
        }
        do {
            try monitor.withLock { monitor in
                order.begin()
                try monitor.advance(&reader)
                order.commit()
            }
        } catch {
            Output.error("monitor: \(error)")
            throw error
        }
    }

    private static func index(_ bytes: Span<UInt8>, _ order: TimeOrder) throws -> Monitor.Index? {
        let entry = try LedgerEntry(unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) })
        try order.take(entry.time)
        guard case .index(let body) = entry.event else { return nil }
        guard let size = UInt64(exactly: body.size), let root = Hash(body.root) else { throw LedgerEntryError("index") }
        return Monitor.Index(size: size, root: root)
    }
}
