import Crypto
import Foundation
import JSONTree
import Vocabulary

/// The files of the access log: `<directory>/<practice>/<day>.ndjson`, only ever appended to.
struct AccessFiles: Sendable {
    let directory: String
    /// How much of a file's end is looked at first.
    private static let tail: UInt64 = 1 << 20

    /// Appends to the file of a day; leaves it as it was when that fails.
    func append(_ bytes: [UInt8], practice: PracticeID, day: CivilDate) throws {
        let folder = directory + "/" + practice.description
        let path = folder + "/" + day.description + ".ndjson"
        if !FileManager.default.fileExists(atPath: path) {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            _ = FileManager.default.createFile(atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
        }
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
        defer { try? file.close() }
        let end = try file.seekToEnd()
        do {
            try file.write(contentsOf: bytes)
        } catch {
            try? file.truncate(atOffset: end)
            throw error
        }
    }

    /// The chain as the newest file left it; a line that was cut off is removed, as nothing was answered on its
    /// strength.
    func chain(of practice: PracticeID) throws(RecordError) -> AccessChain {
        let folder = directory + "/" + practice.description
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.filter({ $0.hasSuffix(".ndjson") }).sorted(by: >) {
            guard let last = try RecordError.mapping({ try lastLine(folder + "/" + name) }) else { continue }
            guard let value = try? JSONValue(parsing: last), let size = value["n"]?.number?.int64, size > 0 else {
                throw .damaged
            }
            return AccessChain(size: size, head: Array(SHA256.hash(data: last)))
        }
        return AccessChain(size: 0, head: AccessChain.start)
    }

    private func lastLine(_ path: String) throws -> [UInt8]? {
        let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        defer { try? file.close() }
        let end = try file.seekToEnd()
        var length = min(end, AccessFiles.tail)
        var (start, bytes) = (end, [UInt8]())
        // Two ends of lines, so that a whole one is between them.
        repeat {
            start = end - length
            try file.seek(toOffset: start)
            bytes = Array(try file.readToEnd() ?? Data())
            length = min(end, length * 2)
        } while start > 0 && bytes.count(where: { $0 == UInt8(ascii: "\n") }) < 2
        if let last = bytes.last, last != UInt8(ascii: "\n") {
            bytes.removeSubrange((bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)...)
            try file.truncate(atOffset: start + UInt64(bytes.count))
        }
        guard bytes.popLast() != nil else { return nil }
        return Array(bytes[(bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)...])
    }
}
