import BrokerAPI
import Store

/// A version of a resource as an export holds it: sealed, its parts in the order of its manifest.
struct ExportedVersion: WireMessage, Hashable {
    let key: ResourceKey
    let version: UInt32
    let manifest: Manifest
    /// The sealed parts.
    let parts: [[UInt8]]

    init(_ stored: StoredVersion) {
        (key, version, manifest) = (stored.key, stored.version, stored.manifest)
        parts = stored.parts.map(\.bytes)
    }

    init(from reader: inout WireReader) throws(WireError) {
        let (type, id) = (
            try reader.text(limit: StoreLimits.maximumName), try reader.text(limit: StoreLimits.maximumName)
        )
        guard let key = ResourceKey(type: type, id: id) else { throw WireError("resource") }
        self.key = key
        version = try reader.uint32()
        guard let manifest = try? Manifest(bytes: reader.data(limit: 1_024)), !manifest.deleted else {
            throw WireError("manifest")
        }
        self.manifest = manifest
        parts = try reader.list(limit: manifest.parts.count) { (reader) throws(WireError) in
            try reader.data(limit: StoreLimits.maximumPart)
        }
        guard parts.count == manifest.parts.count else { throw WireError("parts") }
    }

    func write(to writer: inout WireWriter) {
        writer.text(key.type)
        writer.text(key.id)
        writer.uint32(version)
        writer.data(manifest.bytes)
        writer.list(parts) { $0.data($1) }
    }
}
