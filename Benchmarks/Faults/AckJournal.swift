import Foundation
import Synchronization

/// The file of acknowledged answers: one JSON object a line, each appended by one `write`, so that a line is whole or absent.
final class AckJournal: Sendable {
    private let descriptor: Int32
    private let lines = Atomic(0)

    /// Opens the file for appending.
    init(_ path: String) throws {
        descriptor = unsafe open(path, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BenchmarkError.system("acknowledgements") }
    }

    deinit { close(descriptor) }

    /// Lines appended.
    var count: Int { lines.load(ordering: .relaxed) }

    /// Appends an answer that arrived. A line that cannot be written is an answer that is not checked.
    func note(_ ack: Ack) {
        guard let data = try? JSONEncoder().encode(ack) else { return }
        let line = Array(data) + [UInt8(ascii: "\n")]
        let written = unsafe line.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
        if written == line.count { lines.add(1, ordering: .relaxed) }
    }

    /// Reads a file back.
    static func read(_ path: String) throws -> [Ack] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        let decoder = JSONDecoder()
        return try data.split(separator: UInt8(ascii: "\n")).map { try decoder.decode(Ack.self, from: $0) }
    }
}
