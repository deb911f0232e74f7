import Crypto
import Sealing
import Vocabulary

/// What it takes to read a document: its key, its exact length and the hash of its content. It lies sealed under a part key.
public struct DocumentHeader: Unprintable {
    /// Bytes of plaintext in every chunk but the last: 64 KiB.
    public static let chunkBytes = 1 << 16
    /// The longest stored chunk.
    public static let storedChunkBytes = chunkBytes + 16
    /// The longest document: 200 MiB.
    public static let maximumLength: UInt64 = 200 << 20
    /// Bytes of a sealed header.
    public static let sealedBytes = Envelope.overhead + SymmetricKey.byteCount + plainBytes
    static let plainBytes = 16 + 8 + 4 + 32
    private static let place = "document"

    /// The document.
    public let document: DocumentID
    /// Bytes of the content.
    public let length: UInt64
    /// How many chunks there are, padding included.
    public let chunks: UInt32
    /// SHA-256 of the content.
    public let content: [UInt8]
    let material: SymmetricKey

    /// Opens a chunk and cuts the padding off. Throws `malformed`, or `notAuthentic` for another chunk or altered bytes.
    public func open(_ bytes: [UInt8], number: UInt32) throws(SealingError) -> [UInt8] {
        guard number < chunks else { throw SealingError(.malformed, DocumentHeader.place) }
        let chunk = DocumentChunk(document: document, number: number, isLast: number == chunks - 1)
        var plaintext = try chunk.open(bytes, with: material)
        let start = Int(number) * DocumentHeader.chunkBytes
        guard plaintext.count == min(DocumentHeader.chunkBytes, Padding.bucket(Int(length)) - start) else {
            throw SealingError(.malformed, DocumentHeader.place)
        }
        plaintext.removeLast(plaintext.count - min(max(0, Int(length) - start), plaintext.count))
        return plaintext
    }

    /// Whether length and number of chunks are those of one document.
    var isConsistent: Bool {
        guard length <= DocumentHeader.maximumLength else { return false }
        return Int(chunks) == (Padding.bucket(Int(length)) - 1) / DocumentHeader.chunkBytes + 1
    }
}
