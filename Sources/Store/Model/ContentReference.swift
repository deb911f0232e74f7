import Vocabulary

/// The content of a document, which lies in chunks beside the versions: which, how much, and what it takes to open it.
public struct ContentReference: Hashable, Sendable {
    /// Drawn for this version alone.
    public let document: DocumentID
    /// How many chunks there are, numbered from 0.
    public let chunks: UInt32
    /// SHA-256 of all chunks as they are stored, one after the other.
    public let digest: [UInt8]
    /// The sealed header, opaque here.
    public let header: [UInt8]

    /// Names a content. Throws `invalid` for a digest of another length than 32 bytes, or what exceeds ``StoreLimits``.
    public init(document: DocumentID, chunks: UInt32, digest: [UInt8], header: [UInt8]) throws(StoreError) {
        guard digest.count == 32, (1...StoreLimits.maximumHeader).contains(header.count),
            (1...StoreLimits.maximumChunks).contains(chunks)
        else { throw StoreError(.invalid, table: "document") }
        self.document = document
        self.chunks = chunks
        self.digest = digest
        self.header = header
    }
}
