import Hummingbird
import Logging
import Synchronization

/// Serves one page of metrics on 127.0.0.1 while it is held.
final class MetricsPage: Sendable {
    private let text = Mutex("")
    private let task = Mutex<Task<Void, any Error>?>(nil)

    /// Listens; says on standard error on which port.
    init(port: Int) async throws {
        guard (0...65_535).contains(port) else { throw Failure.usage("no port") }
        var logger = Logger(label: "colloque.watch")
        logger.logLevel = .error
        let router = Router()
        router.get("/metrics") { [weak self] _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4"],
                body: .init(byteBuffer: .init(string: self?.text.withLock { $0 } ?? "")))
        }
        let (ports, found) = AsyncStream<Int>.makeStream()
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { channel in
                found.yield(channel.localAddress?.port ?? port)
                found.finish()
            }, logger: logger)
        task.withLock {
            $0 = Task {
                defer { found.finish() }
                try await application.run()
            }
        }
        var waiting = ports.makeAsyncIterator()
        guard let open = await waiting.next() else { throw Failure.broken("cannot listen on port \(port)") }
        Output.error("metrics on http://127.0.0.1:\(open)/metrics")
    }

    deinit { task.withLock { $0?.cancel() } }

    func show(_ page: String) { text.withLock { $0 = page } }
}
