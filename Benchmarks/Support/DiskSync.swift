import Foundation

/// How long this disk takes for one `fdatasync`, measured as a ledger needs it: 512 bytes appended to a reserved file.
enum DiskSync {
    /// The durations of `count` calls in a directory.
    static func measure(in directory: String, count: Int = 400) throws -> Latencies {
        let path = directory + "/fdatasync"
        let descriptor = unsafe open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0, posix_fallocate(descriptor, 0, 64 << 20) == 0, fsync(descriptor) == 0 else {
            throw BenchmarkError.system("fdatasync")
        }
        defer {
            close(descriptor)
            try? FileManager.default.removeItem(atPath: path)
        }
        let block = [UInt8](repeating: 0xA5, count: 512)
        var latencies = Latencies()
        for index in 0..<count {
            let start = Latencies.now
            let written = unsafe block.withUnsafeBytes {
                unsafe pwrite(descriptor, $0.baseAddress, 512, off_t(index * 512))
            }
            guard written == 512, fdatasync(descriptor) == 0 else { throw BenchmarkError.system("fdatasync") }
            latencies.add(since: start)
        }
        return latencies
    }
}
