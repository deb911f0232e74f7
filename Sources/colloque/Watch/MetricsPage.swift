import Hummingbird
import Logging
import Synchronization

/// One page of metrics on 127.0.0.1.
final class MetricsPage: Sendable {
    private let text = Mutex("")
    private let port: Int

    init(port: Int) throws {
        guard (0...65_535).contains(port) else { throw Failure.usage("no port") }
        self.port = port
    }

    /// Serves until the task is cancelled; says on standard error on which port.
    func serve() async throws {
        var logger = Logger(label: "colloque.watch")
        logger.logLevel = .critical
        let (router, wanted) = (Router(), port)
        router.get("/metrics") { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/plain; version=0.0.4"],
                body: .init(byteBuffer: .init(string: self.text.withLock { $0 })))
        }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: wanted)),
            onServerRunning: { channel in
                Output.error("metrics on http://127.0.0.1:\(channel.localAddress?.port ?? wanted)/metrics")
            }, logger: logger)
        try await application.run()
    }

    func show(_ page: String) { text.withLock { $0 = page } }
}
