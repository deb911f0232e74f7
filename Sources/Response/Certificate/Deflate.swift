import CCompression

/// zlib's format (RFC 1950), whole and in memory.
enum Deflate {
    /// The bytes, packed as small as zlib can.
    static func pack(_ bytes: [UInt8]) throws(ScopeError) -> [UInt8] {
        var length = compressBound(UInt(bytes.count))
        var out = [UInt8](repeating: 0, count: Int(length))
        let status = unsafe compress2(&out, &length, bytes, UInt(bytes.count), 9)
        guard status == Z_OK else { throw ScopeError("entries", "cannot be packed") }
        return Array(out[..<Int(length)])
    }

    /// Unpacks exactly `count` bytes.
    static func unpack(_ bytes: [UInt8], count: Int) throws(ScopeError) -> [UInt8] {
        var length = UInt(count)
        var out = [UInt8](repeating: 0, count: max(1, count))
        let status = unsafe uncompress(&out, &length, bytes, UInt(bytes.count))
        guard status == Z_OK, length == UInt(count) else { throw ScopeError("entries", "cannot be unpacked") }
        return Array(out[..<count])
    }
}
