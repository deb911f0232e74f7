import CSimdjson

extension JSONValue {
    /// Reads one JSON text (RFC 8259), strictly: UTF-8 without byte order mark, one value, no key twice in an object,
    /// no lone surrogate, and within the limits. Throws a ``JSONError`` for anything else and never traps.
    public init(parsing bytes: Span<UInt8>, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        guard bytes.count <= limits.maximumBytes else { throw JSONError(.tooLarge, offset: limits.maximumBytes) }
        if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
            throw JSONError(.byteOrderMark, offset: 0)
        }
        let scan = unsafe bytes.withUnsafeBufferPointer { unsafe csimdjson_scan_bytes($0.baseAddress, $0.count) }
        defer { unsafe csimdjson_release(scan) }
        switch unsafe Int(scan.outcome) {
        case csimdjson_scanned: break
        case csimdjson_empty: throw JSONError(.empty, offset: bytes.count)
        case csimdjson_too_large: throw JSONError(.tooLarge, offset: bytes.count)
        default: throw JSONError(faultIn: bytes)
        }
        let marks = unsafe UnsafeBufferPointer(start: scan.marks, count: scan.count).span
        var builder = TreeBuilder(limits: limits, sizes: ContainerSizes(bytes, marks, depth: limits.depth))
        self = try builder.document(bytes, marks)
    }

    /// Reads one JSON text from any bytes: arrays, slices, a string's `utf8`, buffers; copies only what is scattered.
    public init(parsing bytes: some Collection<UInt8>, limits: JSONLimits = JSONLimits()) throws(JSONError) {
        let whole = bytes.withContiguousStorageIfAvailable { buffer -> Result<JSONValue, JSONError> in
            unsafe JSONValue.reading(buffer.span, limits: limits)
        }
        if let whole {
            self = try whole.get()
        } else {
            guard bytes.count <= limits.maximumBytes else { throw JSONError(.tooLarge, offset: limits.maximumBytes) }
            self = try JSONValue(parsing: Array(bytes).span, limits: limits)
        }
    }

    private static func reading(_ bytes: Span<UInt8>, limits: JSONLimits) -> Result<JSONValue, JSONError> {
        Result { () throws(JSONError) in try JSONValue(parsing: bytes, limits: limits) }
    }
}
