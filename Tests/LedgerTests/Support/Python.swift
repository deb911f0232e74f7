import Foundation

/// A Python interpreter beside the tests: `COLLOQUE_PYTHON`, or `python3`.
enum Python {
    /// What the program prints; nil when it cannot run or fails.
    static func run(_ program: String) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [ProcessInfo.processInfo.environment["COLLOQUE_PYTHON"] ?? "python3", "-c", program]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
    }

    static let hasPymerkle = run("import pymerkle") != nil
}
