import Glibc

/// The directory of a ``DeliveryQueue`` and the few system calls made in it.
struct QueueFolder {
    let path: String
    private let lock: Int32

    /// Makes the directory where it is missing, and locks it for as long as the process lives or ``unlock()`` is
    /// called.
    init(_ path: String) throws(DeliveryError) {
        self.path = path
        guard unsafe mkdir(path, 0o700) == 0 || errno == EEXIST else { throw DeliveryError(.system, errno) }
        lock = unsafe open("\(path)/.lock", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard lock >= 0 else { throw DeliveryError(.system, errno) }
        guard flock(lock, LOCK_EX | LOCK_NB) == 0 else {
            let code = errno
            _ = close(lock)
            throw code == EWOULDBLOCK ? DeliveryError(.locked) : DeliveryError(.system, code)
        }
    }

    func unlock() { _ = close(lock) }

    /// Names and sizes of the regular files, without those that begin with a dot.
    func list() throws(DeliveryError) -> [(name: String, size: Int)] {
        guard let stream = unsafe opendir(path) else { throw DeliveryError(.system, errno) }
        defer { unsafe closedir(stream) }
        var out: [(name: String, size: Int)] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) {
                unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            var status = stat()
            guard !name.hasPrefix("."), unsafe lstat("\(path)/\(name)", &status) == 0,
                status.st_mode & S_IFMT == S_IFREG
            else { continue }
            out.append((name, Int(status.st_size)))
        }
        return out
    }

    /// Writes a file so that a crash leaves the whole of it or nothing.
    func write(_ name: String, _ bytes: [UInt8]) throws(DeliveryError) {
        let temporary = "\(path)/.new"
        let file = unsafe open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard file >= 0 else { throw DeliveryError(.system, errno) }
        let isWritten = unsafe bytes.withUnsafeBytes { unsafe QueueFolder.writeAll(file, $0) } && fsync(file) == 0
        let code = errno
        _ = close(file)
        guard isWritten else { throw DeliveryError(.system, code) }
        guard unsafe rename(temporary, "\(path)/\(name)") == 0 else { throw DeliveryError(.system, errno) }
        try sync()
    }

    private static func writeAll(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool {
        var written = 0
        while written < bytes.count, let base = bytes.baseAddress {
            let put = unsafe Glibc.write(file, base + written, bytes.count - written)
            if put < 0, errno == EINTR { continue }
            if put <= 0 { return false }
            written += put
        }
        return true
    }

    /// A file's bytes; nil when it is not there.
    func read(_ name: String, size: Int) -> [UInt8]? {
        let file = unsafe open("\(path)/\(name)", O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard file >= 0 else { return nil }
        defer { _ = close(file) }
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while filled < size, let base = buffer.baseAddress {
                let got = unsafe Glibc.read(file, base + filled, size - filled)
                if got < 0, errno == EINTR { continue }
                if got <= 0 { return }
                filled += got
            }
        }
        return bytes.count == size ? bytes : nil
    }

    func remove(_ name: String) throws(DeliveryError) {
        guard unsafe unlink("\(path)/\(name)") == 0 || errno == ENOENT else { throw DeliveryError(.system, errno) }
    }

    private func sync() throws(DeliveryError) {
        let directory = unsafe open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { throw DeliveryError(.system, errno) }
        defer { _ = close(directory) }
        guard fsync(directory) == 0 else { throw DeliveryError(.system, errno) }
    }
}
