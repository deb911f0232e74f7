import CCompression

/// Unpacks bzip2, streams one after another.
@safe final class Bzip2Stream {
    private var stream = unsafe bz_stream()
    private var packed: [UInt8] = []
    private var position = 0
    private var isOpen = false
    private var isWithin = false

    init() { begin() }

    deinit { if isOpen { unsafe BZ2_bzDecompressEnd(&stream) } }

    private func begin() {
        if isOpen { unsafe BZ2_bzDecompressEnd(&stream) }
        unsafe stream = bz_stream()
        isOpen = unsafe BZ2_bzDecompressInit(&stream, 0, 0) == BZ_OK
    }

    /// Appends what comes next; the end within a stream is damage.
    func read(
        into bytes: inout [UInt8], atMost count: Int = 65_536, from raw: (inout [UInt8]) -> FileBytes.Piece
    ) -> FileBytes.Piece {
        while isOpen {
            if position == packed.count {
                packed.removeAll(keepingCapacity: true)
                position = 0
                guard raw(&packed) == .bytes else { return isWithin ? .damaged : .end }
            }
            let before = bytes.count
            guard decompress(into: &bytes, atMost: count) else { return .damaged }
            if bytes.count > before { return .bytes }
        }
        return .damaged
    }

    private func decompress(into bytes: inout [UInt8], atMost count: Int) -> Bool {
        isWithin = true
        var result = BZ_OK
        let out = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            unsafe packed.withUnsafeMutableBytes { input in
                unsafe input.withMemoryRebound(to: CChar.self) {
                    unsafe stream.next_in = $0.baseAddress?.advanced(by: position)
                }
                unsafe stream.avail_in = UInt32(input.count - position)
                unsafe buffer.withMemoryRebound(to: CChar.self) { unsafe stream.next_out = $0.baseAddress }
                unsafe stream.avail_out = UInt32(count)
                unsafe result = BZ2_bzDecompress(&stream)
                unsafe position = input.count - Int(stream.avail_in)
            }
            unsafe initialized = count - Int(stream.avail_out)
        }
        bytes.append(contentsOf: out)
        guard result == BZ_STREAM_END else { return result == BZ_OK }
        isWithin = false
        begin()
        return isOpen
    }
}
