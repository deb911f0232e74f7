import SealedParts
import Sealing
import Store

/// A document's content that lies sealed in the store and belongs to no version yet.
struct ArrivedContent: Sendable {
    /// What it takes to open it.
    let header: DocumentHeader
    /// SHA-256 of the chunks as they are stored.
    let digest: [UInt8]

    /// How a manifest names it, the header sealed under a part's key.
    func reference(_ key: PartKey) throws -> ContentReference {
        try ContentReference(
            document: header.document, chunks: header.chunks, digest: digest, header: try key.seal(header))
    }
}
