import Crypto
import Foundation
import Sealing
import Vocabulary

/// One chunk of a document: 64 KiB of plaintext, the last one what is left. Stored as ciphertext and 16-byte tag; the
/// nonce follows from its place.
struct DocumentChunk {
    private static let place = "document"
    let document: DocumentID
    let number: UInt32
    let isLast: Bool

    func seal(_ plaintext: [UInt8], with key: SymmetricKey) throws(SealingError) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(plaintext, using: key, nonce: nonce, authenticating: context)
            return Array(box.ciphertext) + Array(box.tag)
        } catch { throw SealingError(.unavailable, DocumentChunk.place) }
    }

    func open(_ bytes: [UInt8], with key: SymmetricKey) throws(SealingError) -> [UInt8] {
        guard bytes.count > 16, bytes.count <= DocumentHeader.storedChunkBytes else {
            throw SealingError(.malformed, DocumentChunk.place)
        }
        do {
            let box = try AES.GCM.SealedBox(nonce: nonce, ciphertext: bytes.dropLast(16), tag: bytes.suffix(16))
            return Array(try AES.GCM.open(box, using: key, authenticating: context))
        } catch { throw SealingError(.notAuthentic, DocumentChunk.place) }
    }

    /// Seven zeros, the number, whether it is the last. The key is one document's alone.
    private var nonce: AES.GCM.Nonce {
        get throws {
            var bytes = [UInt8](repeating: 0, count: 7)
            bytes.append(bigEndian: number)
            bytes.append(isLast ? 1 : 0)
            return try AES.GCM.Nonce(data: bytes)
        }
    }

    private var context: [UInt8] {
        var context = FieldList(.documentChunk)
        context.add(document)
        return context.bytes
    }
}
