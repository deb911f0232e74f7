import Foundation

/// A new file that only its owner may read, written through a buffer. Whoever makes it removes it when something fails.
final class PrivateFile {
    private static let room = 64 << 10
    private let path: String
    private let handle: FileHandle
    private var buffer: [UInt8] = []

    /// Makes the file. Throws when there is one.
    init(_ path: String) throws {
        let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw ExportError("\(path): exists already or cannot be written") }
        self.path = path
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    func write(_ bytes: [UInt8]) throws {
        buffer += bytes
        if buffer.count >= PrivateFile.room { try flush() }
    }

    /// Writes what waits and waits until it is on the disk.
    func finish() throws {
        try flush()
        do {
            try handle.synchronize()
            try handle.close()
        } catch { throw ExportError("\(path): cannot be written") }
    }

    private func flush() throws {
        do { try handle.write(contentsOf: buffer) } catch { throw ExportError("\(path): cannot be written") }
        buffer.removeAll(keepingCapacity: true)
    }
}
