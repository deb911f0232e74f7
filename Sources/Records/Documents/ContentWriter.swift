import Crypto
import SealedParts
import Store
import Vocabulary

/// Seals a document's content as it arrives and adds it to the store, some chunks at a time: no more is in memory, and
/// nothing of it is ever written in clear.
struct ContentWriter: ~Copyable {
    private let store: any RecordStore
    private let practice: PracticeID
    private var sealer: DocumentSealer
    private var hash = SHA256()
    private var waiting: [[UInt8]] = []
    private var added: UInt32 = 0

    /// Chunks that are added at once: 1 MiB.
    private static let together = 16

    init(_ document: DocumentID, _ store: any RecordStore, in practice: PracticeID) {
        self.store = store
        self.practice = practice
        sealer = DocumentSealer(document)
    }

    /// Takes in bytes.
    mutating func add(_ bytes: [UInt8]) async throws {
        try sealer.add(bytes) { _, chunk in
            hash.update(data: chunk)
            waiting.append(chunk)
        }
        if waiting.count >= ContentWriter.together { try await flush() }
    }

    /// Adds what is left.
    consuming func finish() async throws -> ArrivedContent {
        var waiting = waiting
        var hash = hash
        let header = try sealer.finish { _, chunk in
            hash.update(data: chunk)
            waiting.append(chunk)
        }
        try await ContentWriter.add(waiting, from: added, header.document, store, practice)
        return ArrivedContent(header: header, digest: Array(hash.finalize()))
    }

    private mutating func flush() async throws {
        try await ContentWriter.add(waiting, from: added, sealer.document, store, practice)
        added += UInt32(waiting.count)
        waiting.removeAll(keepingCapacity: true)
    }

    private static func add(
        _ chunks: [[UInt8]], from number: UInt32, _ document: DocumentID, _ store: any RecordStore,
        _ practice: PracticeID
    ) async throws {
        for start in stride(from: 0, to: chunks.count, by: StoreLimits.maximumChunksAtOnce) {
            let some = Array(chunks[start..<min(start + StoreLimits.maximumChunksAtOnce, chunks.count)])
            try await store.addChunks(some, from: number + UInt32(start), to: document, in: practice)
        }
    }
}
