import BrokerAPI
import Crypto
import Foundation
import Store
import Vocabulary

/// Writes a practice's export: the sealed parts as they lie in the store, and behind each box of keys the records that it opens. It sees no key and no
/// plaintext, and holds one page of a patient's record in memory.
public struct ExportWriter {
    private let file: PrivateFile
    private let store: any RecordStore
    private let practice: PracticeID
    private var hash = SHA256()
    private var counts = ExportCounts()

    /// Writes to a new file, which stands there when it is whole and not before.
    ///
    /// - Parameters:
    ///   - recipient: The fingerprint of the key that the pages are sealed to.
    ///   - pages: Asks the broker for the page behind a subject.
    public static func make(
        _ path: String, of practice: PracticeID, from store: any RecordStore, recipient: [UInt8], at time: Timestamp,
        pages: (SubjectID?) async throws -> ExportPage
    ) async throws -> ExportCounts {
        guard !FileManager.default.fileExists(atPath: path) else { throw ExportError("\(path): exists already") }
        let part = path + ".part-" + UUID().uuidString
        do {
            var writer = ExportWriter(file: try PrivateFile(part), store: store, practice: practice)
            try writer.write(ExportFrame.magic)
            try writer.write(.header, ExportHeader(practice: practice, recipient: recipient, time: time).bytes)
            try await writer.writeRecords(pages)
            let end = ExportEnd(writer.counts, digest: Array(writer.hash.finalize()))
            try writer.write(.end, end.bytes)
            try writer.file.finish()
            try move(part, to: path)
            writer.counts.digest = Array(writer.hash.finalize())
            return writer.counts
        } catch {
            try? FileManager.default.removeItem(atPath: part)
            throw error
        }
    }

    private init(file: PrivateFile, store: any RecordStore, practice: PracticeID) {
        (self.file, self.store, self.practice) = (file, store, practice)
    }

    /// Puts a finished file or directory where it belongs. Throws when there is one.
    static func move(_ part: String, to path: String) throws {
        do {
            try FileManager.default.moveItem(atPath: part, toPath: path)
        } catch { throw ExportError("\(path): exists already or cannot be written") }
    }

    private mutating func write(_ bytes: [UInt8]) throws {
        hash.update(data: bytes)
        counts.bytes += bytes.count
        try file.write(bytes)
    }

    private mutating func write(_ frame: ExportFrame, _ payload: [UInt8]) throws {
        guard payload.count <= frame.limit else { throw ExportError("\(frame): over the limit") }
        var writer = WireWriter()
        writer.byte(frame.rawValue)
        writer.data(payload)
        try write(writer.bytes)
    }

    private mutating func writeRecords(_ pages: (SubjectID?) async throws -> ExportPage) async throws {
        var after: SubjectID?
        repeat {
            let page = try await pages(after)
            guard page.next.map({ next in after.map { $0 < next } ?? true }) ?? true else {
                throw ExportError("the broker's pages do not go on")
            }
            try write(.keys, Array(page.box))
            if counts.pages == 0 { try await writeOwn() }
            counts.pages += 1
            counts.patients += page.patients.count
            for patient in page.patients { try await write(patient) }
            after = page.next
        } while after != nil
    }

    /// The practice's resources about no patient.
    private mutating func writeOwn() async throws {
        let types = ExportWriter.ownTypes
        try await writePages { store, practice, after in
            try await store.listOwn(types: types, after: after, limit: 1_000, tiers: .all, in: practice)
        }
    }

    private mutating func write(_ patient: PatientID) async throws {
        try await writePages { store, practice, after in
            try await store.list(patient, types: nil, after: after, limit: 1_000, tiers: .all, in: practice)
        }
    }

    private mutating func writePages(
        _ list: (any RecordStore, PracticeID, ResourceKey?) async throws -> [StoredVersion]
    ) async throws {
        var last: ResourceKey?
        while true {
            let versions = try await list(store, practice, last)
            for version in versions { try await write(version) }
            guard versions.isFullPage(of: 1_000) else { return }
            last = versions.last?.key
        }
    }

    private mutating func write(_ version: StoredVersion) async throws {
        try write(.version, ExportedVersion(version).bytes)
        counts.resources += 1
        guard let content = version.manifest.content else { return }
        counts.documents += 1
        var number: UInt32 = 0
        while number < content.chunks {
            let count = min(StoreLimits.maximumChunksAtOnce, Int(content.chunks - number))
            let chunks = try await store.chunks(of: content.document, from: number, count: count, in: practice)
            guard chunks.count == count else { throw ExportError("\(version.key): its document is not there whole") }
            for chunk in chunks { try write(.chunk, chunk) }
            counts.chunks += count
            number += UInt32(count)
        }
    }
}
