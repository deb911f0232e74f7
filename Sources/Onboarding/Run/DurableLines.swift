import Foundation

/// A file of lines, mode 0600, that is appended to: what was appended is on the disk when the call returns, and a line that a crash tore is gone at the next opening. Whoever has it open
/// is alone with it.
final class DurableLines {
    /// The lines that were there, without their ends.
    let lines: [String]
    private let descriptor: Int32
    private let path: String

    /// Most bytes that such a file has.
    private static let maximumBytes = 16 << 20

    /// Opens the file or makes it.
    init(_ path: String) throws {
        self.path = path
        descriptor = unsafe open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw OnboardingError("\(path): cannot be written") }
        do {
            // Somebody else's file would stay theirs, with the codes in it.
            var status = stat()
            guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1,
                status.st_uid == geteuid()
            else { throw OnboardingError("\(path): not a file of your own") }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                throw OnboardingError("\(path): another run has it")
            }
            let bytes =
                try FileHandle(fileDescriptor: descriptor).read(upToCount: DurableLines.maximumBytes + 1) ?? Data()
            guard bytes.count <= DurableLines.maximumBytes else { throw OnboardingError("\(path): too large") }
            let whole =
                bytes.lastIndex(of: UInt8(ascii: "\n")).map { bytes.distance(from: bytes.startIndex, to: $0) + 1 } ?? 0
            guard fchmod(descriptor, 0o600) == 0, whole == bytes.count || ftruncate(descriptor, off_t(whole)) == 0
            else {
                throw OnboardingError("\(path): cannot be written")
            }
            // The file's name too is to outlast a crash.
            try DurableLines.sync(directoryOf: path)
            let text = String(decoding: bytes.prefix(whole), as: UTF8.self)
            lines = text.split(whereSeparator: \.isNewline).map(String.init)
        } catch {
            close(descriptor)
            throw error
        }
    }

    deinit { close(descriptor) }

    /// Appends lines and returns when they are durable.
    func append(_ lines: [String]) throws {
        guard !lines.isEmpty else { return }
        do {
            try FileHandle(fileDescriptor: descriptor).write(contentsOf: Data(lines.map { $0 + "\n" }.joined().utf8))
        } catch {
            throw OnboardingError("\(path): cannot be written")
        }
        guard fdatasync(descriptor) == 0 else { throw OnboardingError("\(path): cannot be written") }
    }

    /// Gives the file another name, under which nothing lies.
    func rename(to other: String) throws {
        guard unsafe link(path, other) == 0, unsafe unlink(path) == 0 else {
            throw OnboardingError("\(other): exists already or cannot be written")
        }
        try DurableLines.sync(directoryOf: other)
    }

    private static func sync(directoryOf path: String) throws {
        let directory = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let descriptor = unsafe open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        defer { close(descriptor) }
        guard descriptor >= 0, fsync(descriptor) == 0 else { throw OnboardingError("\(directory): cannot be written") }
    }
}
