import Foundation

/// Writes the id map as it grows: a source reference and ours a line, parted by a tab.
final class IDMapFile {
    private let handle: FileHandle

    init(_ path: String) throws {
        let descriptor = unsafe open(path, O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure.refused("\(path): cannot be written") }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    func write(_ source: String, _ ours: String) throws {
        try handle.write(contentsOf: Data("\(source)\t\(ours)\n".utf8))
    }
}
