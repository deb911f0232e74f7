import NIOSSL
import Synchronization

/// Says on standard error that a receiver takes nothing, once until it does again.
final class OutageNotice: Sendable {
    private let receiver: String
    private let isDown = Mutex(false)

    init(_ receiver: String) { self.receiver = receiver }

    func failed(_ why: String) {
        let isNew = isDown.withLock { isDown in
            defer { isDown = true }
            return !isDown
        }
        if isNew { Output.error("findings wait for \(receiver): \(why)") }
    }

    func succeeded() {
        let wasDown = isDown.withLock { isDown in
            defer { isDown = false }
            return isDown
        }
        if wasDown { Output.error("\(receiver) takes findings again") }
    }

    /// Runs a delivery and says what became of it; `isTaken` judges its result.
    func watch<Result>(
        isTaken: (Result) -> String? = { _ in nil }, _ deliver: () async throws -> Result
    ) async throws -> Result {
        do {
            let result = try await deliver()
            if let why = isTaken(result) { failed(why) } else { succeeded() }
            return result
        } catch {
            if !(error is CancellationError) { failed(OutageNotice.reason(error)) }
            throw error
        }
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: "TLS did not come about; look at certificates"
        default: "no connection"
        }
    }
}
