import Foundation

/// Writes the id map as it grows: a source reference and ours a line, parted by a tab.
final class IDMapFile {
    private let handle: FileHandle
    private var waiting: [UInt8] = []

    private static let blockBytes = 1 << 16

    init(_ path: String) throws {
        let descriptor = unsafe open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure.refused("\(path): cannot be written") }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    deinit { try? flush() }

    func write(_ source: String, _ ours: String) throws {
        waiting.append(contentsOf: source.utf8)
        waiting.append(UInt8(ascii: "\t"))
        waiting.append(contentsOf: ours.utf8)
        waiting.append(UInt8(ascii: "\n"))
        if waiting.count >= IDMapFile.blockBytes { try flush() }
    }

    /// Writes what waits.
    func flush() throws {
        try handle.write(contentsOf: Data(waiting))
        waiting.removeAll(keepingCapacity: true)
    }
}
