import CCompression

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// The bytes of a file, unpacked if it is packed (gzip, RFC 1952; bzip2): told by its first bytes. Offsets count
/// unpacked bytes.
final class FileBytes {
    /// How the file is packed.
    enum Packing { case none, gzip, bzip2 }

    /// What a reading came to.
    enum Piece { case bytes, end, damaged }

    let descriptor: Int32
    private(set) var packing = Packing.none
    private(set) var offset: Int64 = 0
    private var gzip: GzipStream?
    private var bzip2: Bzip2Stream?

    /// Opens a file.
    init(path: String) throws(SourceError) {
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SourceError(.open, path, number: errno) }
        let first = peek(3)
        if first == [0x1F, 0x8B, 0x08] { (packing, gzip) = (.gzip, GzipStream()) }
        if first == Array("BZh".utf8) { (packing, bzip2) = (.bzip2, Bzip2Stream()) }
    }

    /// Reads standard input, or another open descriptor, which is not closed before the end.
    init(descriptor: Int32) { self.descriptor = descriptor }

    deinit { if descriptor > 2 { close(descriptor) } }

    var status: FileStatus? { FileStatus(descriptor: descriptor) }

    /// The first raw bytes, wherever reading stands.
    func peek(_ count: Int) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = unsafe max(0, pread(descriptor, buffer.baseAddress, count, 0))
        }
    }

    /// Appends what comes next, 64 KiB or less.
    func read(into bytes: inout [UInt8]) -> Piece {
        let before = bytes.count
        let piece: Piece =
            switch packing {
            case .none: raw(into: &bytes)
            case .gzip: gzip?.read(into: &bytes, from: raw) ?? .damaged
            case .bzip2: bzip2?.read(into: &bytes, from: raw) ?? .damaged
            }
        offset += Int64(bytes.count - before)
        return piece
    }

    /// Goes on at an offset; false when the file ends before it.
    func skip(to target: Int64) -> Bool {
        guard packing != .none else {
            offset = target
            return lseek(descriptor, off_t(target), SEEK_SET) == off_t(target)
        }
        var bytes: [UInt8] = []
        while offset < target {
            bytes.removeAll(keepingCapacity: true)
            let room = Int(min(target - offset, 65_536))
            guard read(atMost: room, into: &bytes) else { return false }
        }
        return true
    }

    private func read(atMost count: Int, into bytes: inout [UInt8]) -> Bool {
        let before = bytes.count
        let piece: Piece =
            packing == .gzip
            ? gzip?.read(into: &bytes, atMost: count, from: raw) ?? .damaged
            : bzip2?.read(into: &bytes, atMost: count, from: raw) ?? .damaged
        offset += Int64(bytes.count - before)
        return piece == .bytes
    }

    private func raw(into bytes: inout [UInt8]) -> Piece {
        let more = unsafe [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, initialized in
            initialized = max(0, Self.retrying { unsafe Glibc.read(descriptor, buffer.baseAddress, buffer.count) })
        }
        bytes.append(contentsOf: more)
        return more.isEmpty ? .end : .bytes
    }

    private static func retrying(_ call: () -> Int) -> Int {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }
}
