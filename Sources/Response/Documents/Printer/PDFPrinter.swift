import Foundation
import Synchronization

/// Prints HTML as PDF with WeasyPrint, in a few long-lived processes; each takes one document at a time.
///
/// Nothing is fetched from anywhere. A document that takes too long costs its worker, which is replaced; so is one that
/// dies, and the document is tried once more. A PDF appears under its name only when it is whole.
public final class PDFPrinter: Sendable {
    private struct State {
        /// Workers that nobody uses; nil for one that is yet to be started.
        var idle: [PrintWorker?]
        var waiting: [CheckedContinuation<PrintWorker?, any Error>] = []
        var isClosed = false
    }

    private static let maximumBytes = 16 << 20
    private let state: Mutex<State>
    private let queue = DispatchQueue(label: "print", attributes: .concurrent)
    private let python: String
    private let seconds: Int
    /// How many documents are printed at once.
    public let workers: Int

    /// A printer; workers are started when they are first needed.
    /// - Parameters:
    ///   - workers: How many processes; by default one per core.
    ///   - seconds: How long a document may take.
    ///   - python: The interpreter that has WeasyPrint.
    public init(
        workers: Int = ProcessInfo.processInfo.activeProcessorCount, seconds: Int = 120,
        python: String = "/usr/bin/python3"
    ) {
        (self.workers, self.seconds, self.python) = (max(1, workers), seconds, python)
        state = Mutex(State(idle: Array(repeating: nil, count: max(1, workers))))
    }

    /// Prints one document.
    /// - Parameters:
    ///   - html: The whole HTML.
    ///   - path: The PDF; written beside it and renamed when whole, over what was there.
    /// - Returns: How many pages.
    /// - Throws: ``PrintError``.
    @discardableResult
    public func write(_ html: String, to path: String) async throws -> Int {
        guard html.utf8.count <= PDFPrinter.maximumBytes else { throw PrintError.tooLarge }
        let input = path + ".html"
        let manager = FileManager.default
        guard manager.createFile(atPath: input, contents: Data(html.utf8), attributes: [.posixPermissions: 0o600])
        else { throw PrintError.file }
        defer { try? manager.removeItem(atPath: input) }
        let worker = try await take()
        let (result, left) = await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.run(input, path, on: worker)) }
        }
        give(left)
        return try result.get()
    }

    /// Ends the workers that are idle; the others end with their document. Nothing is printed after.
    public func close() {
        let waiting = state.withLock { state in
            state.isClosed = true
            state.idle = []
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(throwing: PrintError.closed) }
    }

    /// Prints on a worker, or on a new one; a worker that fails is not given back.
    private func run(
        _ input: String, _ path: String, on worker: PrintWorker?
    ) -> (Result<Int, PrintError>, PrintWorker?) {
        var worker = worker
        for _ in 0..<2 {
            do throws(PrintError) {
                let current: PrintWorker
                if let worker { current = worker } else { current = try PrintWorker(python: python, seconds: seconds) }
                worker = current
                return (.success(try current.write(input, to: path, seconds: seconds)), current)
            } catch .workerDied {
                worker = nil
            } catch {
                if error == .tooLong { worker = nil }
                try? FileManager.default.removeItem(atPath: path + ".part")
                return (.failure(error), worker)
            }
        }
        try? FileManager.default.removeItem(atPath: path + ".part")
        return (.failure(.workerDied), nil)
    }

    private func take() async throws -> PrintWorker? {
        try await withCheckedThrowingContinuation { continuation in
            let now: Result<PrintWorker?, any Error>? = state.withLock { state in
                if state.isClosed { return .failure(PrintError.closed) }
                if let worker = state.idle.popLast() { return .success(worker) }
                state.waiting.append(continuation)
                return nil
            }
            if let now { continuation.resume(with: now) }
        }
    }

    private func give(_ worker: PrintWorker?) {
        let next = state.withLock { state -> CheckedContinuation<PrintWorker?, any Error>? in
            if state.isClosed { return nil }
            if !state.waiting.isEmpty { return state.waiting.removeFirst() }
            state.idle.append(worker)
            return nil
        }
        next?.resume(returning: worker)
    }

    /// The processes that are idle, for tests that end them.
    var idleProcesses: [Int32] { state.withLock { $0.idle.compactMap { $0?.processID } } }
}
