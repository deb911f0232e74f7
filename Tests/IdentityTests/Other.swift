import Foundation

/// Programs of others, with which ours are compared.
enum Other {
    private struct Failure: Error {}

    /// Runs a program and returns what it prints; throws unless it ends with 0.
    static func run(_ program: String, _ arguments: [String], input: String = "") throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [program] + arguments
        let (incoming, output) = (Pipe(), Pipe())
        process.standardInput = incoming
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        try incoming.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try incoming.fileHandleForWriting.close()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure() }
        return String(decoding: data, as: UTF8.self)
    }
}
