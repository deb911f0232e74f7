import Foundation

/// Runs a Python program with an argument.
enum Python {
    static let hasJSONPatch = run("import jsonpatch", "") != nil

    /// What the program prints; nil when it cannot run or fails.
    static func run(_ program: String, _ argument: String) -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let python = ProcessInfo.processInfo.environment["COLLOQUE_PYTHON"] ?? "python3"
        process.arguments = [python, "-c", program, argument]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return nil }
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return process.terminationStatus == 0 ? String(decoding: data, as: UTF8.self) : nil
    }
}
