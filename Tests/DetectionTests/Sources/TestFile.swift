import Foundation

/// A directory of its own for a test, removed at its end.
final class TestFile {
    let directory: String

    init() throws {
        directory = FileManager.default.temporaryDirectory.path + "/colloque-sources-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    func path(_ name: String) -> String { directory + "/" + name }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(filePath: path(name)))
    }

    /// Appends in place, as a logger does.
    func append(_ text: String, to name: String) throws {
        if !FileManager.default.fileExists(atPath: path(name)) { return try write(text, to: name) }
        let handle = try FileHandle(forWritingTo: URL(filePath: path(name)))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
    }

    func move(_ from: String, to: String) throws {
        try FileManager.default.moveItem(atPath: path(from), toPath: path(to))
    }

    func copyAndTruncate(_ from: String, to: String) throws {
        try FileManager.default.copyItem(atPath: path(from), toPath: path(to))
        let handle = try FileHandle(forWritingTo: URL(filePath: path(from)))
        try handle.truncate(atOffset: 0)
        try handle.close()
    }

    func run(_ tool: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: tool)
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
    }

    static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }
}
