import BrokerAPI
import Foundation
import Synchronization

/// Keeps a broker running as a child for as long as a gateway serves: starts it, and starts it again when it ends by itself (a full
/// disk, a write error), at most once a second.
final class BrokerKeeper: Sendable {
    private struct State {
        var process: Process?
        var isStopped = false
        var lastStart = ContinuousClock.now
    }

    private let state = Mutex(State())
    private let arguments: [String]

    /// Starts a broker and waits until its sockets accept connections; uses one that runs already.
    init(_ directory: DataDirectory, acceptsClock: Bool = false) async throws {
        let key = try directory.configuration().rootKeyFile
        arguments = ["--data", directory.path, "--root-key-file", key] + (acceptsClock ? ["--accept-clock"] : [])
        let probe = BrokerClient(path: directory.adminSocket)
        let isRunning = (try? await probe.admin(.status)) != nil
        await probe.close()
        guard !isRunning else { return }
        let child = try await ChildProcess(program: ChildProcess.beside("colloque-broker"), arguments: arguments)
        adopt(child.process)
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
            guard !state.isStopped, state.process?.isRunning != true else { return nil }
            return max(.zero, .seconds(1) - (.now - state.lastStart))
        }
        guard let wait else { return }
        let seconds = Double(wait.components.seconds) + Double(wait.components.attoseconds) / 1e18
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { [weak self] in self?.start() }
    }

    private func start() {
        guard state.withLock({ !$0.isStopped && $0.process?.isRunning != true }) else { return }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: ChildProcess.beside("colloque-broker"))
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.standardError
        guard (try? process.run()) != nil else { return }
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
