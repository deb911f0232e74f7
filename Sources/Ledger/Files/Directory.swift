import Glibc

/// A directory of a ledger and the few system calls that are made in it. Paths are relative to it.
package struct Directory: Sendable {
    let path: String

    package init(path: String) { self.path = path }

    func full(_ relative: String) -> String { relative.isEmpty ? path : "\(path)/\(relative)" }

    /// Fails with the present `errno`.
    func failure(_ file: String?) -> LedgerError {
        let code: LedgerError.Code = errno == ENOSPC || errno == EDQUOT ? .noSpace : .system
        return LedgerError(code, file: file, position: UInt64(errno))
    }

    /// Fails with the present `errno` after a sync: never `noSpace`, because a failed sync is never tried again.
    func syncFailure(_ file: String) -> LedgerError { LedgerError(.system, file: file, position: UInt64(errno)) }

    /// Runs a system call again as long as a signal interrupts it.
    static func retrying(_ call: () -> Int) -> Int {
        while true {
            let result = call()
            if result >= 0 || errno != EINTR { return result }
        }
    }

    /// Whether the file system says that it has so many bytes left; true when it does not say.
    func hasRoom(for bytes: Int) -> Bool {
        var status = statvfs()
        guard unsafe statvfs(path, &status) == 0 else { return true }
        return UInt64(status.f_bavail) * UInt64(status.f_frsize) >= UInt64(bytes)
    }

    package func exists(_ file: String) -> Bool { unsafe access(full(file), F_OK) == 0 }

    /// Reads a whole file of at most `limit` bytes. Throws `missing`, `oversized` or `system`.
    package func read(_ file: String, limit: Int) throws(LedgerError) -> [UInt8] {
        let descriptor = unsafe open(full(file), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            throw errno == ENOENT || errno == ENOTDIR ? LedgerError(.missing, file: file) : failure(file)
        }
        defer { _ = close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw failure(file) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw LedgerError(.malformed, file: file) }
        guard status.st_size <= limit else { throw LedgerError(.oversized, file: file, position: UInt64(limit)) }
        return try read(descriptor, count: Int(status.st_size), at: 0, file: file)
    }

    /// Reads up to `count` bytes at `offset`; fewer only at the file's end.
    func read(_ descriptor: Int32, count: Int, at offset: Int, file: String) throws(LedgerError) -> [UInt8] {
        var failed = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count, let base = buffer.baseAddress {
                let got = Directory.retrying {
                    unsafe pread(descriptor, base + filled, count - filled, offset + filled)
                }
                if got < 0 { failed = true }
                if got <= 0 { return }
                filled += got
            }
        }
        if failed { throw failure(file) }
        return bytes
    }

    /// Writes all of `bytes` at `offset`.
    func write(_ bytes: [UInt8], to descriptor: Int32, at offset: Int, file: String) throws(LedgerError) {
        let done = unsafe bytes.withUnsafeBytes { buffer in
            var written = 0
            while written < buffer.count, let base = buffer.baseAddress {
                let put = Directory.retrying {
                    unsafe pwrite(descriptor, base + written, buffer.count - written, offset + written)
                }
                if put <= 0 { return false }
                written += put
            }
            return true
        }
        guard done else { throw failure(file) }
    }

    /// Opens a file for reading and writing, making it when `create`.
    func openFile(_ file: String, create: Bool = false) throws(LedgerError) -> Int32 {
        let flags = O_RDWR | O_CLOEXEC | O_NOFOLLOW | (create ? O_CREAT : 0)
        let descriptor = unsafe open(full(file), flags, 0o600)
        guard descriptor >= 0 else { throw failure(file) }
        return descriptor
    }

    /// Makes the directory `relative` and those above it, inside this one, and syncs the parents of new ones.
    func makeDirectories(_ relative: String) throws(LedgerError) {
        guard !exists(relative) else { return }
        let parent = Directory.parent(relative)
        var missing = [relative]
        var above = parent
        while !above.isEmpty, !exists(above) {
            missing.append(above)
            above = Directory.parent(above)
        }
        for directory in missing.reversed() {
            guard unsafe mkdir(full(directory), 0o700) == 0 || errno == EEXIST else { throw failure(directory) }
            try sync(directory: Directory.parent(directory))
        }
    }

    package static func parent(_ relative: String) -> String {
        guard let slash = relative.lastIndex(of: "/") else { return "" }
        return String(relative[..<slash])
    }

    func rename(_ from: String, to: String) throws(LedgerError) {
        guard unsafe Glibc.rename(full(from), full(to)) == 0 else { throw failure(to) }
    }

    func remove(_ file: String) throws(LedgerError) {
        guard unsafe unlink(full(file)) == 0 || errno == ENOENT else { throw failure(file) }
    }

    func removeDirectory(_ directory: String) throws(LedgerError) {
        guard unsafe rmdir(full(directory)) == 0 || errno == ENOENT else { throw failure(directory) }
    }

    func sync(directory: String) throws(LedgerError) {
        let descriptor = unsafe open(full(directory), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(directory) }
        defer { _ = close(descriptor) }
        guard fsync(descriptor) == 0 else { throw syncFailure(directory) }
    }

    /// The names in a directory, sorted; empty when there is none.
    package func list(_ directory: String) throws(LedgerError) -> [String] {
        guard let stream = unsafe opendir(full(directory)) else {
            if errno == ENOENT || errno == ENOTDIR { return [] }
            throw failure(directory)
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) {
                unsafe String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    /// Writes a file under a temporary name, without syncing its directory: `finish` does that.
    func stage(_ file: String, _ content: [UInt8]) throws(LedgerError) {
        try makeDirectories(Directory.parent(file))
        let temporary = file + ".tmp"
        let descriptor = try openFile(temporary, create: true)
        defer { _ = close(descriptor) }
        guard ftruncate(descriptor, 0) == 0 else { throw failure(temporary) }
        try write(content, to: descriptor, at: 0, file: temporary)
        guard fsync(descriptor) == 0 else { throw syncFailure(temporary) }
    }

    /// Renames staged files to their names and syncs their directories.
    func finish(_ files: [String]) throws(LedgerError) {
        for file in files { try rename(file + ".tmp", to: file) }
        for directory in Set(files.map(Directory.parent)) { try sync(directory: directory) }
    }

    /// Replaces a file so that a crash leaves the old or the new content.
    package func replace(_ file: String, _ content: [UInt8]) throws(LedgerError) {
        try stage(file, content)
        try finish([file])
    }
}
