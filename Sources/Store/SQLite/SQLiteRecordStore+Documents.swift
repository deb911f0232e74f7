import GRDB
import Vocabulary

extension SQLiteRecordStore {
    /// One immediate transaction.
    public func beginDocument(_ document: DocumentID, of patient: PatientID, in practice: PracticeID) async throws {
        let begun: Void? = try await write(practice, create: false) { try Documents($0).begin(document, of: patient) }
        guard begun != nil else { throw StoreError(.unknownPatient, practice: practice) }
    }

    /// One immediate transaction.
    public func addChunks(
        _ chunks: [[UInt8]], from number: UInt32, to document: DocumentID, in practice: PracticeID
    ) async throws {
        guard (1...StoreLimits.maximumChunksAtOnce).contains(chunks.count),
            Int(number) + chunks.count <= Int(StoreLimits.maximumChunks),
            chunks.allSatisfy({ (1...StoreLimits.maximumChunk).contains($0.count) })
        else { throw StoreError(.invalid, practice: practice) }
        let added: Void? = try await write(practice, create: false) {
            try Documents($0).add(chunks, from: number, to: document)
        }
        guard added != nil else { throw StoreError(.conflict, practice: practice) }
    }

    /// Several transactions, each of some chunks.
    public func dropDocument(_ document: DocumentID, in practice: PracticeID) async throws {
        _ = try await write(practice, create: false) {
            try Documents($0).release(where: "id = ? AND row IS NULL", [document.blob])
        }
        try await sweep(practice)
    }

    /// Several transactions, each of some chunks.
    public func dropUnfinishedDocuments(in practice: PracticeID) async throws {
        _ = try await write(practice, create: false) { try Documents($0).release(where: "row IS NULL") }
        try await sweep(practice)
    }

    /// Removes the chunks of what was released. What a crash leaves is removed at the next start.
    func sweep(_ practice: PracticeID) async throws {
        while try await write(practice, create: false, { try Documents($0).sweep() }) ?? false {}
    }

    /// One read.
    public func chunks(
        of document: DocumentID, from number: UInt32, count: Int, in practice: PracticeID
    ) async throws -> [[UInt8]] {
        guard (1...StoreLimits.maximumChunksAtOnce).contains(count) else {
            throw StoreError(.invalid, practice: practice)
        }
        return try await readWithOneStatement(practice) {
            try Documents($0).chunks(of: document, from: number, count: count)
        } ?? []
    }
}
