#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// What the system says of a file.
struct FileStatus: Hashable {
    let device: UInt64
    let inode: UInt64
    let size: Int64
    /// Seconds and nanoseconds since 1970.
    let modified: [Int]

    /// Of an open file.
    init?(descriptor: Int32) {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { return nil }
        self.init(status)
    }

    /// Of the file that a path names now; nil for none, and for what is no regular file or pipe.
    init?(path: String) {
        var status = stat()
        guard unsafe stat(path, &status) == 0, [S_IFREG, S_IFIFO, S_IFCHR].contains(status.st_mode & S_IFMT) else {
            return nil
        }
        self.init(status)
    }

    private init(_ status: stat) {
        device = UInt64(truncatingIfNeeded: status.st_dev)
        inode = UInt64(truncatingIfNeeded: status.st_ino)
        size = Int64(status.st_size)
        modified = [Int(status.st_mtim.tv_sec), Int(status.st_mtim.tv_nsec)]
    }

    /// Whether both are of one file.
    func isSameFile(as other: FileStatus) -> Bool { device == other.device && inode == other.inode }
}
