import BrokerAPI
import Foundation
import Synchronization

/// Keeps a broker running for as long as a gateway serves: starts it as a child, and again when it ended (a full disk, a write
/// error, a kill), at most once a second. A broker that runs already, as one does whose gateway was killed, is used and looked
/// after the same way.
final class BrokerKeeper: Sendable {
    private struct State {
        var process: Process?
        var isStopped = false
        /// Whether the next look is due already.
        var isScheduled = false
        var lastStart = ContinuousClock.now
    }

    private let state = Mutex(State())
    private let arguments: [String]
    private let lock: String

    /// Starts a broker and waits until its sockets accept connections; uses one that runs already.
    init(_ directory: DataDirectory, acceptsClock: Bool = false) async throws {
        let key = try directory.configuration().rootKeyFile
        arguments = ["--data", directory.path, "--root-key-file", key] + (acceptsClock ? ["--accept-clock"] : [])
        lock = directory.broker + "/lock"
        if await BrokerKeeper.answers(directory) {
            restart()
        } else {
            try await startFirst(directory)
        }
    }

    /// Starts the first one, once no other holds the directory: one whose gateway was killed is used as soon as it answers, and one
    /// that was killed itself is gone in a moment.
    private func startFirst(_ directory: DataDirectory) async throws {
        var looks = BrokerKeeper.looks
        while isLocked, looks > 0 {
            if await BrokerKeeper.answers(directory) { return restart() }
            try await Task.sleep(for: .milliseconds(200))
            looks -= 1
        }
        let child = try await ChildProcess(program: ChildProcess.beside("colloque-broker"), arguments: arguments)
        adopt(child.process)
    }

    private static let looks = 150

    private static func answers(_ directory: DataDirectory) async -> Bool {
        let probe = BrokerClient(path: directory.adminSocket)
        let answer = try? await probe.admin(.status)
        await probe.close()
        return answer != nil
    }

    private func adopt(_ process: Process) {
        state.withLock { state in
            state.process = process
            state.lastStart = .now
        }
        process.terminationHandler = { [weak self] _ in self?.restart() }
        if !process.isRunning { restart() }
    }

    private func restart() {
        let wait: Duration? = state.withLock { state in
            guard !state.isStopped, !state.isScheduled, state.process?.isRunning != true else { return nil }
            state.isScheduled = true
            return max(.zero, .seconds(1) - (.now - state.lastStart))
        }
        guard let wait else { return }
        let seconds = Double(wait.components.seconds) + Double(wait.components.attoseconds) / 1e18
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [weak self] in self?.start() }
    }

    /// Whether any broker runs on the directory: it holds this lock for as long as it lives.
    private var isLocked: Bool {
        let descriptor = unsafe open(lock, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        return flock(descriptor, LOCK_SH | LOCK_NB) != 0
    }

    private func start() {
        let isDue = state.withLock { state in
            state.isScheduled = false
            state.lastStart = .now
            return !state.isStopped && state.process?.isRunning != true
        }
        guard isDue else { return }
        guard !isLocked else { return restart() }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: ChildProcess.beside("colloque-broker"))
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.standardError
        guard (try? process.run()) != nil else { return restart() }
        adopt(process)
    }

    /// Ends the broker politely and waits for it.
    func stop() {
        let process = state.withLock { state in
            state.isStopped = true
            return state.process
        }
        guard let process else { return }
        if process.isRunning { process.terminate() }
        process.waitUntilExit()
    }
}
