import Crypto
import SealedParts
import Store

/// A document's content that is being opened, chunk by chunk.
struct ExportedDocument {
    private let name: String
    private let header: DocumentHeader
    private let file: PrivateFile
    private var hash = SHA256()
    private var number: UInt32 = 0

    init(_ version: ExportedVersion, _ content: ContentReference, _ keys: HeldKeys, _ out: ExportDirectory) throws {
        name = "\(version.key)"
        guard let reference = version.manifest.part(of: version.manifest.base),
            let header = try? version.key(of: reference, keys).openHeader(content.header),
            header.document == content.document, header.chunks == content.chunks
        else { throw ExportError("\(name), document: altered, or sealed with another key") }
        self.header = header
        file = try out.document(version.key.id)
    }

    /// Opens the next chunk; true once it was the last.
    mutating func add(_ chunk: [UInt8]) throws -> Bool {
        guard let bytes = try? header.open(chunk, number: number) else {
            throw ExportError("\(name), chunk \(number): altered")
        }
        hash.update(data: bytes)
        try file.write(bytes)
        number += 1
        guard number == header.chunks else { return false }
        guard Array(hash.finalize()) == header.content else { throw ExportError("\(name), document: altered") }
        try file.finish()
        return true
    }
}
