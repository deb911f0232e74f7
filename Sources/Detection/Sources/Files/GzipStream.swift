import CCompression

/// Unpacks gzip, members one after another (RFC 1952 §2.2).
@safe final class GzipStream {
    private var stream = unsafe z_stream()
    private var packed: [UInt8] = []
    private var position = 0
    private var isOpen = false
    private var isWithin = false

    init() {
        isOpen = unsafe inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    }

    deinit { if isOpen { unsafe inflateEnd(&stream) } }

    /// Appends what comes next; the end within a member is damage.
    func read(
        into bytes: inout [UInt8], atMost count: Int = 65_536, from raw: (inout [UInt8]) -> FileBytes.Piece
    ) -> FileBytes.Piece {
        guard isOpen else { return .damaged }
        while true {
            if position == packed.count {
                packed.removeAll(keepingCapacity: true)
                position = 0
                guard raw(&packed) == .bytes else { return isWithin ? .damaged : .end }
            }
            let before = bytes.count
            guard inflate(into: &bytes, atMost: count) else { return .damaged }
            if bytes.count > before { return .bytes }
        }
    }

    private func inflate(into bytes: inout [UInt8], atMost count: Int) -> Bool {
        isWithin = true
        var result = Z_OK
        let out = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            unsafe packed.withUnsafeMutableBufferPointer { input in
                unsafe stream.next_in = input.baseAddress?.advanced(by: position)
                unsafe stream.avail_in = UInt32(input.count - position)
                unsafe stream.next_out = buffer.baseAddress
                unsafe stream.avail_out = UInt32(count)
                unsafe result = CCompression.inflate(&stream, Z_NO_FLUSH)
                unsafe position = input.count - Int(stream.avail_in)
            }
            unsafe initialized = count - Int(stream.avail_out)
        }
        bytes.append(contentsOf: out)
        if result == Z_STREAM_END {
            isWithin = false
            return unsafe inflateReset(&stream) == Z_OK
        }
        return result == Z_OK || result == Z_BUF_ERROR
    }
}
