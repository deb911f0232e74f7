import Crypto
import Sealing
import Vocabulary

/// Seals one document (a scan, a PDF) chunk by chunk as it arrives, under a key that is drawn for it and used for nothing else.
///
/// STREAM (Hoang, Reyhanitabar, Rogaway, Vizár, "Online authenticated encryption", CRYPTO 2015): a chunk's nonce is its
/// number and whether it is the last, so that none can be left out, moved, or cut off behind. It cannot be copied, so no
/// number is used twice.
public struct DocumentSealer: ~Copyable {
    private let material = SymmetricKey(size: .bits256)
    /// The document: bound to every chunk.
    public let document: DocumentID
    private var pending: [UInt8] = []
    private var hash = SHA256()
    private var length: UInt64 = 0
    private var number: UInt32 = 0

    /// Begins a document.
    public init(_ document: DocumentID) { self.document = document }

    /// Takes in bytes; hands out each chunk that they fill. Throws `tooLarge` over ``DocumentHeader/maximumLength``.
    public mutating func add(
        _ bytes: [UInt8], _ body: (_ number: UInt32, _ chunk: [UInt8]) throws -> Void
    ) throws {
        guard length + UInt64(bytes.count) <= DocumentHeader.maximumLength else {
            throw SealingError(.tooLarge, "document")
        }
        length += UInt64(bytes.count)
        hash.update(data: bytes)
        try append(bytes[...], body)
    }

    /// Pads the document to its bucket (Padmé), hands out what is left, and returns the header.
    public consuming func finish(
        _ body: (_ number: UInt32, _ chunk: [UInt8]) throws -> Void
    ) throws -> DocumentHeader {
        var sealer = self
        try sealer.pad(body)
        try sealer.hand(sealer.pending, isLast: true, body)
        return DocumentHeader(
            document: sealer.document, length: sealer.length, chunks: sealer.number,
            content: sealer.hash.finalize().array, material: sealer.material)
    }

    private mutating func pad(_ body: (UInt32, [UInt8]) throws -> Void) throws {
        let zeros = [UInt8](repeating: 0, count: DocumentHeader.chunkBytes)
        var padding = Padding.bucket(Int(length)) - Int(length)
        while padding > 0 {
            try append(zeros.prefix(padding), body)
            padding -= min(padding, zeros.count)
        }
    }

    /// The last chunk is held back until it is known to be the last.
    private mutating func append(_ bytes: ArraySlice<UInt8>, _ body: (UInt32, [UInt8]) throws -> Void) throws {
        var rest = bytes
        while !rest.isEmpty {
            if pending.count == DocumentHeader.chunkBytes {
                try hand(pending, isLast: false, body)
                pending.removeAll(keepingCapacity: true)
            }
            let taken = rest.prefix(DocumentHeader.chunkBytes - pending.count)
            pending += taken
            rest = rest.dropFirst(taken.count)
        }
    }

    private mutating func hand(_ plaintext: [UInt8], isLast: Bool, _ body: (UInt32, [UInt8]) throws -> Void) throws {
        let chunk = DocumentChunk(document: document, number: number, isLast: isLast)
        try body(number, try chunk.seal(plaintext, with: material))
        number += 1
    }
}
