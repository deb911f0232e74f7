import NIOCore
import NIOPosix
import NIOSSL

/// HTTPS/1.1 clients that ask again as soon as they were answered, and cost the machine little beside the server.
struct HTTPLoad: Sendable {
    let port: Int
    /// Path of the certificate to trust.
    let authority: String
    /// What is asked for, in turns.
    let paths: [String]

    private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    /// One connection for each token, for a while.
    func run(tokens: [String], seconds: Double) async throws -> Load {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .file(authority)
        tls.applicationProtocols = ["http/1.1"]
        let context = try NIOSSLContext(configuration: tls)
        let start = Latencies.now
        let end = start + UInt64(seconds * 1e9)
        return try await withThrowingTaskGroup(of: Latencies.self) { group in
            for token in tokens { group.addTask { try await connect(context, token, until: end) } }
            var all = Latencies()
            for try await latencies in group { all.merge(latencies) }
            return Load(latencies: all, seconds: Latencies.seconds(since: start))
        }
    }

    private func connect(_ context: NIOSSLContext, _ token: String, until end: UInt64) async throws -> Latencies {
        let requests = paths.map { path in
            ByteBuffer(
                string: "GET \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\nAccept: application/fhir+json\r\n"
                    + "Authorization: Bearer \(token)\r\n\r\n")
        }
        let done = HTTPLoad.group.next().makePromise(of: Latencies.self)
        let bootstrap = ClientBootstrap(group: done.futureResult.eventLoop).channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandlers([
                    NIOSSLClientHandler(context: context, serverHostname: "localhost"),
                    RequestLoop(requests: requests, end: end, done: done),
                ])
            }
        }
        do { _ = try await bootstrap.connect(host: "127.0.0.1", port: port).get() } catch { done.fail(error) }
        return try await done.futureResult.get()
    }
}
