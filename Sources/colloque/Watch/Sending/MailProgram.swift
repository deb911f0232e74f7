import Detection
import Foundation

/// A program that takes mails as sendmail does: `PROGRAM -i ADDRESS…`, the message on its standard input.
struct MailProgram: Sendable {
    private static let seconds = 60
    let path: String
    let to: [MailAddress]

    /// Hands a message over. It is a file, not a pipe: a program that reads nothing cannot hold us up.
    /// - Returns: The exit status; that of `kill` when it took longer than a minute.
    func run(_ message: [UInt8], in folder: String) async throws -> Int32 {
        let file = folder + "/.message"
        try? FileManager.default.removeItem(atPath: file)
        guard
            FileManager.default.createFile(
                atPath: file, contents: Data(message), attributes: [.posixPermissions: 0o600]),
            let input = FileHandle(forReadingAtPath: file)
        else { throw Failure.broken("cannot write \(file)") }
        defer {
            try? input.close()
            try? FileManager.default.removeItem(atPath: file)
        }
        let process = Process()
        // Not ours to end when the watch is stopped: the mail may be on its way.
        process.executableURL = URL(filePath: path)
        process.arguments = ["-i"] + to.map(\.text)
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        return try await MailProgram.status(of: process)
    }

    private static func status(of process: Process) async throws -> Int32 {
        let (ends, end) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = {
            end.yield($0.terminationStatus)
            end.finish()
        }
        try process.run()
        let id = process.processIdentifier
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                guard (try? await Task.sleep(for: .seconds(seconds))) != nil else { return }
                _ = kill(id, SIGKILL)
            }
            defer { group.cancelAll() }
            for await status in ends { return status }
            throw CancellationError()
        }
    }
}
