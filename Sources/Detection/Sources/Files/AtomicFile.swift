#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Replaces a file as a whole, durably: a second file, `fsync`, `rename`, and `fsync` of the directory.
enum AtomicFile {
    static func write(_ bytes: [UInt8], to path: String) throws(SourceError) {
        let temporary = path + ".new"
        let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw SourceError(.write, path, number: errno) }
        let isWritten = all(bytes, to: descriptor) && fsync(descriptor) == 0
        let number = errno
        guard close(descriptor) == 0, isWritten else { throw SourceError(.write, path, number: number) }
        guard unsafe rename(temporary, path) == 0 else { throw SourceError(.write, path, number: errno) }
        let slash = path.lastIndex(of: "/")
        let directory = unsafe open(slash.map { String(path[...$0]) } ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw SourceError(.write, path, number: errno) }
        defer { close(directory) }
        guard fsync(directory) == 0 else { throw SourceError(.write, path, number: errno) }
    }

    private static func all(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
        var written = 0
        while written < bytes.count {
            let count = unsafe bytes[written...].withUnsafeBytes {
                unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }
}
