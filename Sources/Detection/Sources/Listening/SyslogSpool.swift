import Foundation
import Glibc
import Synchronization

/// Keeps on disk what comes over the network until a watch has read it, and longer, for a restart: files
/// `syslog-N.log`, a message a line, which a watch reads as a source of the format `syslog`.
///
/// A line that was torn, by a crash or a full disk, is the last one of its file, and is not read.
public final class SyslogSpool: Sendable {
    private struct State: ~Copyable {
        var file: SpoolFile
        /// Bytes of the files before it, oldest first.
        var earlier: [(number: UInt64, size: Int64)] = []
        /// Up to where was read; at first, where this run begins to write.
        var read: SpoolPlace
        var counts = SyslogCounts()
        var isFailing = false
    }

    private let folder: String
    private let limits: SpoolLimits
    private let state: Mutex<State>

    /// Opens the spool of a folder, which is made when it is not there, and goes on after its last line.
    public init(folder: String, limits: SpoolLimits = SpoolLimits()) throws {
        (self.folder, self.limits) = (folder, limits)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        var files = try Self.files(folder)
        let last = files.last?.number ?? 0
        var file: SpoolFile
        if let going = SpoolFile.goOn(last, in: folder) {
            file = going
            files.removeLast()
        } else {
            file = try SpoolFile.begin(last &+ 1, in: folder)
        }
        let end = SpoolPlace(number: file.number, offset: file.size)
        state = Mutex(State(file: file, earlier: files, read: end))
    }

    /// What a watch reads.
    public var pattern: String { folder + "/syslog-*.log" }
    /// What became of messages so far.
    public var counts: SyslogCounts { state.withLock { $0.counts } }
    /// Bytes that were not read yet.
    public var unread: Int64 { state.withLock { Self.unread($0) } }
    /// Whether more is taken.
    public var hasRoom: Bool { state.withLock { Self.unread($0) < limits.unread } }

    /// Counts what is told of no message.
    public func count(_ change: (inout SyslogCounts) -> Void) { state.withLock { change(&$0.counts) } }

    /// Appends whole lines, each with its end. How many bytes were taken, whole lines; fewer when there is no room.
    public func append(_ lines: ArraySlice<UInt8>) -> Int {
        state.withLock { state in
            guard !lines.isEmpty, Self.unread(state) < limits.unread else { return 0 }
            guard begin(&state) else {
                state.isFailing = true
                return 0
            }
            let written = state.file.write(lines)
            state.isFailing = written < lines.count
            let whole = lines.prefix(written).lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 - lines.startIndex } ?? 0
            state.counts.messages += lines.prefix(whole).count { $0 == UInt8(ascii: "\n") }
            return whole
        }
    }

    /// Takes in up to which byte of a file a watch has read.
    public func didRead(_ path: String, to offset: Int64) {
        guard let number = SpoolFile.number(path) else { return }
        state.withLock { $0.read = SpoolPlace(number: number, offset: offset) }
    }

    /// Where the spool ends now.
    public var end: SpoolPlace { state.withLock { SpoolPlace(number: $0.file.number, offset: $0.file.size) } }

    /// Takes in that a watch, asked after the spool had ended there, found nothing more to read.
    public func didReadAll(to end: SpoolPlace) { state.withLock { $0.read = max($0.read, end) } }

    /// Makes durable what was written.
    public func sync() throws(SourceError) {
        let (descriptor, number) = state.withLock { ($0.file.duplicate(), $0.file.number) }
        let isDone = descriptor >= 0 && fsync(descriptor) == 0
        let code = errno
        if descriptor >= 0 { _ = close(descriptor) }
        guard isDone else { throw SourceError(.write, SpoolFile.path(folder, number), number: code) }
    }
}

extension SyslogSpool {
    /// Begins another file where the last one is full or torn; whether there is one to write to.
    private func begin(_ state: inout State) -> Bool {
        guard state.isFailing || state.file.size >= limits.file else { return true }
        let (number, size) = (state.file.number, state.file.size)
        let descriptor = state.file.duplicate()
        guard let next = try? SpoolFile.begin(number &+ 1, in: folder) else { return false }
        if descriptor >= 0 {
            _ = fsync(descriptor)
            _ = close(descriptor)
        }
        state.file = next
        state.earlier.append((number, size))
        var kept = state.earlier.reduce(0) { $0 + $1.size }
        while kept > limits.kept, let oldest = state.earlier.first, oldest.number < state.read.number {
            _ = unsafe unlink(SpoolFile.path(folder, oldest.number))
            state.earlier.removeFirst()
            kept -= oldest.size
        }
        return true
    }

    private static func unread(_ state: borrowing State) -> Int64 {
        let read = state.read
        func left(_ number: UInt64, _ size: Int64) -> Int64 {
            number < read.number ? 0 : max(0, size - (number == read.number ? read.offset : 0))
        }
        return state.earlier.reduce(left(state.file.number, state.file.size)) { $0 + left($1.number, $1.size) }
    }

    private static func files(_ folder: String) throws -> [(number: UInt64, size: Int64)] {
        try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { name in
            SpoolFile.number(name).map { ($0, FileStatus(path: SpoolFile.path(folder, $0))?.size ?? 0) }
        }.sorted { $0.0 < $1.0 }
    }
}
