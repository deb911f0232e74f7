import Crypto
import Sealing
import Vocabulary

extension PartKey {
    private static let header = "document header"

    /// Seals a document's header, bound to the part's whole name: ``DocumentHeader/sealedBytes`` bytes.
    public func seal(_ header: DocumentHeader) throws(SealingError) -> [UInt8] {
        var rest = header.document.bytes
        rest.append(bigEndian: header.length)
        rest.append(bigEndian: header.chunks)
        rest += header.content
        let secret = unsafe SecretBytes(count: SymmetricKey.byteCount + DocumentHeader.plainBytes) { memory in
            unsafe header.material.withUnsafeBytes { unsafe memory.copyMemory(from: $0) }
            for (index, byte) in rest.enumerated() { unsafe memory[SymmetricKey.byteCount + index] = byte }
        }
        return try Envelope.seal(
            secret: secret, with: derived(.documentWrapping), context: headerContext, PartKey.header)
    }

    /// Opens a document's header. Throws `malformed`, or `notAuthentic` when it was sealed for any other part.
    public func openHeader(_ bytes: [UInt8]) throws(SealingError) -> DocumentHeader {
        let secret = try Envelope.open(
            secret: bytes, count: SymmetricKey.byteCount + DocumentHeader.plainBytes,
            with: derived(.documentWrapping), context: headerContext, PartKey.header)
        let header = unsafe secret.withUnsafeBytes { memory in
            let key = unsafe SymmetricKey(data: UnsafeRawBufferPointer(rebasing: memory[..<SymmetricKey.byteCount]))
            let length = unsafe memory.loadUnaligned(fromByteOffset: 48, as: UInt64.self)
            let chunks = unsafe memory.loadUnaligned(fromByteOffset: 56, as: UInt32.self)
            return unsafe DocumentHeader(
                document: DocumentID(memory, at: 32), length: UInt64(bigEndian: length),
                chunks: UInt32(bigEndian: chunks), content: Array(memory[60...]), material: key)
        }
        guard header.isConsistent else { throw SealingError(.malformed, PartKey.header) }
        return header
    }

    private var headerContext: [UInt8] {
        var fields = FieldList(.documentHeader)
        fields.add(context)
        return fields.bytes
    }
}
