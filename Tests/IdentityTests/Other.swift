import Foundation

/// Programs of others, with which ours are compared.
enum Other {
    private struct Failure: Error {}

    /// Runs a program and returns what it prints; throws unless it ends with 0. Its input is a file, not a pipe: writing to
    /// a program that has already ended would end us too (SIGPIPE).
    static func run(_ program: String, _ arguments: [String], input: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let file = FileManager.default.temporaryDirectory.appending(path: "input-\(UUID())")
        try Data(input.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let incoming = try FileHandle(forReadingFrom: file)
        defer { try? incoming.close() }
        let output = Pipe()
        process.standardInput = incoming
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure() }
        return String(decoding: data, as: UTF8.self)
    }
}
