import Foundation
import JSONTree

/// One long-lived process that prints documents one after the other (`print-worker.py`).
///
/// It talks over a socket, not a pipe: writing to one whose other end has died fails instead of ending this process.
final class PrintWorker: Sendable {
    private static let maximumAnswer = 1 << 16
    private let process: Process
    private let descriptor: Int32
    /// Where the program keeps what it needs meanwhile: whoever is killed takes nothing away.
    private let folder = NSTemporaryDirectory() + "colloque-print-" + UUID().uuidString

    /// Starts a worker and waits until it is ready. Blocks.
    init(python: String, seconds: Int) throws(PrintError) {
        guard let program = TemplateFolder.resource("print-worker.py") else { throw .noProgram }
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard unsafe socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw .noProgram }
        descriptor = ends[0]
        let theirs = FileHandle(fileDescriptor: ends[1], closeOnDealloc: true)
        process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = ["-I", program]
        process.environment = PrintWorker.environment(folder)
        process.standardInput = theirs
        process.standardOutput = theirs
        process.standardError = FileHandle.nullDevice
        let manager = FileManager.default
        guard (try? manager.createDirectory(atPath: folder, withIntermediateDirectories: false)) != nil,
            (try? process.run()) != nil
        else { throw .noProgram }
        try? theirs.close()
        guard let answer = try? answer(within: seconds), answer["ready"]?.bool == true else { throw .noProgram }
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        close(descriptor)
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// What font tools need and nothing else of ours.
    private static func environment(_ folder: String) -> [String: String] {
        ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": NSHomeDirectory(), "TMPDIR": folder]
    }

    /// The process, for tests that end it.
    var processID: Int32 { process.processIdentifier }

    /// Prints a file. Blocks.
    /// - Returns: How many pages.
    func write(_ html: String, to pdf: String, seconds: Int) throws(PrintError) -> Int {
        let job: JSONValue = ["html": .string(html), "pdf": .string(pdf)]
        try send(job.bytes + [UInt8(ascii: "\n")])
        let answer = try answer(within: seconds)
        if let pages = answer["pages"]?.number?.int64 { return Int(pages) }
        let word = answer["error"]?.string ?? "no-answer"
        throw word == "file" ? .file : .refused(String(word.prefix(60)))
    }

    private func send(_ bytes: [UInt8]) throws(PrintError) {
        var sent = 0
        while sent < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { buffer in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[sent...])
                return unsafe Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .workerDied }
            sent += count
        }
    }

    private func answer(within seconds: Int) throws(PrintError) -> JSONValue {
        let deadline = ContinuousClock.now + .seconds(seconds)
        var line: [UInt8] = []
        while line.last != UInt8(ascii: "\n"), line.count < PrintWorker.maximumAnswer {
            try wait(until: deadline)
            var chunk = [UInt8](repeating: 0, count: 4096)
            let count = unsafe recv(descriptor, &chunk, chunk.count, 0)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .workerDied }
            line += chunk.prefix(count)
        }
        guard let answer = try? JSONValue(parsing: line) else { throw .workerDied }
        return answer
    }

    private func wait(until deadline: ContinuousClock.Instant) throws(PrintError) {
        while true {
            let left = deadline - ContinuousClock.now
            guard left > .zero else { throw .tooLong }
            var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            let count = unsafe Glibc.poll(&poll, 1, left < .seconds(1) ? 50 : 1000)
            if count > 0 { return }
        }
    }
}
