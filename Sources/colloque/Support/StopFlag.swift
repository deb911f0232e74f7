import Dispatch
import Foundation
import Synchronization

/// Whether SIGINT or SIGTERM came: for commands that have something to remove before they end.
struct StopFlag {
    private final class State: Sendable {
        let isStopped = Atomic(false)
    }

    private let state = State()
    private let sources: [any DispatchSourceSignal]

    /// Listens from now on.
    init() {
        let state = state
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { state.isStopped.store(true, ordering: .relaxed) }
            source.activate()
            return source
        }
    }

    var isStopped: Bool { state.isStopped.load(ordering: .relaxed) }
}
