import Glibc

/// A file of a spool, to which is only added. Its first line is unlike that of any other, for files are known by their
/// first bytes (``FileMark``); readers pass over it.
struct SpoolFile: ~Copyable {
    static let head = "#colloque-spool "
    let number: UInt64
    private let descriptor: Int32
    private(set) var size: Int64

    private init(_ number: UInt64, _ descriptor: Int32) {
        (self.number, self.descriptor) = (number, descriptor)
        size = FileStatus(descriptor: descriptor)?.size ?? 0
    }

    /// Begins a file that must not be there; nothing stays of it when its head cannot be written.
    static func begin(_ number: UInt64, in folder: String) throws(SourceError) -> SpoolFile {
        let path = path(folder, number)
        let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw SourceError(.write, path, number: errno) }
        var file = SpoolFile(number, descriptor)
        let mark = (0..<4).map { _ in String(UInt32.random(in: .min ... .max), radix: 16) }.joined()
        let line = Array("\(head)\(number) \(mark)\n".utf8)
        guard file.write(line[...]) == line.count else {
            let code = errno
            _ = unsafe unlink(path)
            throw SourceError(.write, path, number: code)
        }
        return file
    }

    /// Goes on with a file of an earlier run; nil when it is none of ours, or its last line is torn.
    static func goOn(_ number: UInt64, in folder: String) -> SpoolFile? {
        let descriptor = unsafe open(path(folder, number), O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        let file = SpoolFile(number, descriptor)
        let isOurs = file.bytes(at: 0, head.utf8.count) == Array(head.utf8)
        guard isOurs, file.bytes(at: file.size - 1, 1) == [UInt8(ascii: "\n")] else { return nil }
        return file
    }

    deinit { _ = close(descriptor) }

    /// Appends; how many bytes the system took.
    mutating func write(_ bytes: ArraySlice<UInt8>) -> Int {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes[(bytes.startIndex + written)...].withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            written += count
        }
        size += Int64(written)
        return written
    }

    /// Another descriptor of the file, to be synced and closed; negative for none.
    func duplicate() -> Int32 { dup(descriptor) }

    private func bytes(at place: Int64, _ count: Int) -> [UInt8] {
        unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            initialized = unsafe max(0, pread(descriptor, buffer.baseAddress, count, off_t(place)))
        }
    }

    static func path(_ folder: String, _ number: UInt64) -> String { "\(folder)/syslog-\(number).log" }

    /// The number in a file's name; nil for a file that is none of a spool.
    static func number(_ path: some StringProtocol) -> UInt64? {
        let name = path.split(separator: "/").last ?? ""
        guard name.hasPrefix("syslog-"), name.hasSuffix(".log") else { return nil }
        return UInt64(name.dropFirst(7).dropLast(4))
    }
}
