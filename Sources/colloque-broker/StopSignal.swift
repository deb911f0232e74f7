import Dispatch
import Foundation

/// SIGTERM and SIGINT, heard from before the sockets are open: a signal at any moment ends the broker.
struct StopSignal {
    /// Yields when a signal came, also one that came before anyone listened.
    let stream: AsyncStream<Void>
    private let sources: [any DispatchSourceSignal]

    /// Returns when both handlers are in place.
    static func install() async -> StopSignal {
        let (stream, continuation) = AsyncStream<Void>.makeStream()
        var sources: [any DispatchSourceSignal] = []
        for number in [SIGTERM, SIGINT] {
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { continuation.yield() }
            await withCheckedContinuation { registered in
                source.setRegistrationHandler { registered.resume() }
                source.resume()
            }
            sources.append(source)
        }
        return StopSignal(stream: stream, sources: sources)
    }

    /// Stops listening.
    func cancel() {
        for source in sources { source.cancel() }
    }
}
