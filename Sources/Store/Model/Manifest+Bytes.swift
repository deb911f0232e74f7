import Vocabulary

extension Manifest {
    /// Without content, and with one.
    private static let formats = [Array("colloque manifest 1".utf8), Array("colloque manifest 2".utf8)]
    private static let referenceLength = 1 + 4 + 16 + 4

    /// The canonical form, of which the ledger carries a digest (docs/formats/store.md, Manifest).
    public var bytes: [UInt8] {
        var out = [UInt8]()
        out.reserveCapacity(48 + parts.count * (2 + Manifest.referenceLength) + (content == nil ? 0 : 320))
        out.appendField(Manifest.formats[content == nil ? 0 : 1])
        out.appendField(base.rawValue)
        out.appendField(deleted ? 1 : 0 as UInt8)
        out.appendField(lastUpdated.milliseconds)
        out.appendField(UInt8(truncatingIfNeeded: parts.count))
        for part in parts {
            out.append(bigEndian: UInt16(Manifest.referenceLength))
            out.append(part.tier.rawValue)
            out.append(bigEndian: part.version)
            out.append(part.deposit)
            out.append(bigEndian: part.epoch)
        }
        guard let content else { return out }
        out.append(bigEndian: UInt16(16))
        out.append(content.document)
        out.appendField(content.chunks)
        out.appendField(content.digest)
        out.appendField(content.header)
        return out
    }

    /// Reads the canonical form. Throws `damaged` for anything that ``bytes`` would not have written.
    public init(bytes: [UInt8]) throws(StoreError) {
        guard let manifest = Manifest.parse(bytes), manifest.bytes == bytes else {
            throw StoreError(.damaged, table: "manifest")
        }
        self = manifest
    }

    private static func parse(_ bytes: [UInt8]) -> Manifest? {
        var reader = FieldReader(bytes)
        guard let format = reader.next().flatMap({ formats.firstIndex(of: Array($0)) }) else { return nil }
        guard let base = reader.next()?.first.flatMap(Tier.init(rawValue:)), let deleted = reader.next()?.first,
            let time = reader.next(), time.count == 8, let count = reader.next()?.first
        else { return nil }
        let parts = (0..<count).compactMap { _ in reader.next().flatMap(reference) }
        let content = format == 1 ? content(&reader) : nil
        guard parts.count == Int(count), reader.isAtEnd, (format == 1) == (content != nil) else { return nil }
        let lastUpdated = Timestamp(milliseconds: Int64(bigEndian: time))
        guard deleted == 0 else {
            return parts.isEmpty ? .deletion(base: base, lastUpdated: lastUpdated) : nil
        }
        return try? Manifest(base: base, parts: parts, content: content, lastUpdated: lastUpdated)
    }

    private static func content(_ reader: inout FieldReader) -> ContentReference? {
        guard let id = reader.next(), id.count == 16, let chunks = reader.next(), chunks.count == 4,
            let digest = reader.next(), let header = reader.next()
        else { return nil }
        let document = DocumentID(
            high: UInt64(bigEndian: id.prefix(8)), low: UInt64(bigEndian: id.dropFirst(8).prefix(8)))
        return try? ContentReference(
            document: document, chunks: UInt32(bigEndian: chunks), digest: Array(digest), header: Array(header))
    }

    private static func reference(_ field: ArraySlice<UInt8>) -> PartReference? {
        guard field.count == referenceLength, let tier = field.first.flatMap(Tier.init(rawValue:)) else { return nil }
        let rest = field.dropFirst()
        let deposit = DepositID(
            high: UInt64(bigEndian: rest.dropFirst(4).prefix(8)), low: UInt64(bigEndian: rest.dropFirst(12).prefix(8)))
        return PartReference(
            tier: tier, version: UInt32(bigEndian: rest.prefix(4)), deposit: deposit,
            epoch: UInt32(bigEndian: rest.suffix(4)))
    }
}
