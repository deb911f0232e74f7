import Foundation

/// A child process that says by a file that it is ready.
final class ChildProcess: Sendable {
    let process = Process()
    private let readyFile: String

    /// Starts `program` with the arguments and `--ready-file`; waits until the file is there or the child ends.
    /// What it prints goes to `log`, or to standard error.
    init(program: String, arguments: [String], timeout: Duration = .seconds(120), log: FileHandle? = nil) async throws {
        readyFile = NSTemporaryDirectory() + "colloque-\(UUID().uuidString).ready"
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments + ["--ready-file", readyFile]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = log ?? FileHandle.standardError
        process.standardError = log ?? FileHandle.standardError
        try process.run()
        let deadline = ContinuousClock.now + timeout
        while !FileManager.default.fileExists(atPath: readyFile) {
            guard process.isRunning else {
                process.waitUntilExit()
                throw Failure.broken("\(URL(fileURLWithPath: program).lastPathComponent) ended before it was ready")
            }
            guard ContinuousClock.now < deadline else {
                process.terminate()
                throw Failure.broken("\(URL(fileURLWithPath: program).lastPathComponent) did not become ready")
            }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// What the child wrote into its ready file.
    var ready: Data { FileManager.default.contents(atPath: readyFile) ?? Data() }

    /// Ends the child politely and waits for it.
    func stop() {
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
        try? FileManager.default.removeItem(atPath: readyFile)
    }

    /// The path of a program beside this one.
    static func beside(_ name: String) -> String {
        let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        return own.deletingLastPathComponent().appendingPathComponent(name).path
    }
}
