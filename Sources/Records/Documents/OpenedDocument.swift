import SealedParts
import Store
import Vocabulary

/// A document that its reader may see, its content read piece by piece.
public struct OpenedDocument: Sendable {
    /// The Binary, without its content where that lies apart.
    public let record: Record
    /// The media type.
    public let contentType: String
    /// Bytes of the content.
    public let length: UInt64
    let session: RecordSession
    let source: Source

    /// Where the content is.
    enum Source: Sendable {
        case inline([UInt8])
        case chunks(DocumentHeader)
    }

    /// Chunks that are read at once: 512 KiB.
    private static let together = 8

    /// Lends a range of the content in pieces, in order.
    ///
    /// Throws `damaged` when a chunk is not what was stored, and `session` as soon as the session has ended: nothing more
    /// is shown then.
    public func read(_ range: Range<UInt64>, _ body: ([UInt8]) async throws -> Void) async throws {
        let range = range.clamped(to: 0..<length)
        switch source {
        case .inline(let bytes): try await body(Array(bytes[Int(range.lowerBound)..<Int(range.upperBound)]))
        case .chunks(let header): try await read(range, header, body)
        }
    }

    private func read(
        _ range: Range<UInt64>, _ header: DocumentHeader, _ body: ([UInt8]) async throws -> Void
    ) async throws {
        guard !range.isEmpty else { return }
        let size = UInt64(DocumentHeader.chunkBytes)
        let last = UInt32((range.upperBound - 1) / size)
        var number = UInt32(range.lowerBound / size)
        while number <= last {
            let chunks = try await fetched(header, from: number, through: last)
            for chunk in chunks {
                let bytes = try RecordError.mapping { try header.open(chunk, number: number) }
                let start = UInt64(number) * size
                let wanted = range.clamped(to: start..<start + UInt64(bytes.count))
                try await body(Array(bytes[Int(wanted.lowerBound - start)..<Int(wanted.upperBound - start)]))
                number += 1
            }
        }
    }

    private func fetched(
        _ header: DocumentHeader, from number: UInt32, through last: UInt32
    ) async throws(RecordError) -> [[UInt8]] {
        _ = try await session.service.session(session.token)
        let count = min(OpenedDocument.together, Int(last - number) + 1)
        let chunks = try await RecordError.mapping {
            try await session.service.store.chunks(
                of: header.document, from: number, count: count, in: session.practice)
        }
        guard chunks.count == count else { throw .damaged }
        return chunks
    }
}

extension RecordSession {
    /// Opens a document, the current version unless one is named. Throws as ``read(_:_:version:)``.
    public func document(_ id: String, version: UInt32? = nil) async throws(RecordError) -> OpenedDocument {
        try await logged(AccessEvent(operation: .read, about: ResourceKey(type: "Binary", id: id))) {
            () throws(RecordError) in
            let stored = try await visible("Binary", id, version: version)
            let keys = try await keys(of: stored.key.patient, KeyNeeds(stored))
            if let refusal = keys.refusal(stored.key.patient, stored.manifest.base) { throw RecordError(refusal) }
            let opener = Opener(practice: practice, keys: keys)
            guard let opened = try opener.open(stored) else { throw .damaged }
            var filter = ScopeFilter(self, .read, of: stored.key.patient)
            guard filter.allows(opened.record) else { throw .notFound }
            return (document: try document(opened.record, stored, opener), opened: opened)
        } shown: { event, result in
            event.tiers = result.opened.shown
        }.document
    }

    private func document(
        _ record: Record, _ stored: StoredVersion, _ opener: Opener
    ) throws(RecordError) -> OpenedDocument {
        guard let resource = record.resource, let contentType = resource["contentType"]?.string else { throw .damaged }
        guard let content = stored.manifest.content else {
            let bytes = resource["data"]?.string.flatMap { Base64Text.decoded($0) } ?? []
            return OpenedDocument(
                record: record, contentType: contentType, length: UInt64(bytes.count), session: self,
                source: .inline(bytes))
        }
        let header = try opener.header(of: stored, content)
        guard header.document == content.document, header.chunks == content.chunks else { throw .damaged }
        return OpenedDocument(
            record: record, contentType: contentType, length: header.length, session: self, source: .chunks(header))
    }
}
