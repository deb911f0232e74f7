import BrokerAPI

/// What an export should have held, so that one that was cut off or altered is known.
struct ExportEnd: WireMessage, Hashable {
    let pages: UInt64
    let versions: UInt64
    let chunks: UInt64
    /// SHA-256 of all bytes before this frame.
    let digest: [UInt8]

    init(_ counts: ExportCounts, digest: [UInt8]) {
        (pages, versions, chunks) = (UInt64(counts.pages), UInt64(counts.resources), UInt64(counts.chunks))
        self.digest = digest
    }

    init(from reader: inout WireReader) throws(WireError) {
        pages = try reader.uint64()
        versions = try reader.uint64()
        chunks = try reader.uint64()
        digest = try reader.data(limit: 32)
    }

    func write(to writer: inout WireWriter) {
        writer.uint64(pages)
        writer.uint64(versions)
        writer.uint64(chunks)
        writer.data(digest)
    }
}
