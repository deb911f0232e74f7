import NIOCore
import NIOPosix
import NIOSSL

/// HTTPS/1.1 clients that ask again as soon as they were answered, and cost the machine little beside the server.
struct HTTPLoad: Sendable {
    /// What a run did, and what it cost.
    struct Outcome: Sendable {
        let load: Load
        /// Mean length of an answer, head included.
        let bytes: Double
        /// Processor seconds of the clients.
        let clients: Double
        /// Processor seconds of everything else in this process: servers, broker, ledger.
        let servers: Double

        /// Rate, latencies, microseconds of processor time a read in servers and clients, bytes of an answer.
        var cells: [String] {
            let reads = Double(max(1, load.latencies.count))
            return load.cells
                + [servers, clients].map { Report.number($0 / reads * 1e6) + " us" } + [Report.number(bytes) + " B"]
        }
    }

    let port: Int
    /// Path of the certificate to trust.
    let authority: String
    /// What is asked for, in turns.
    let paths: [String]

    private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    /// Every token asks for every path once, so that what follows opens nobody for the first time.
    func warm(tokens: [String]) async throws { _ = try await run(tokens: tokens, seconds: 0, least: paths.count) }

    /// One connection for each token, for a while, and until each was answered so many times.
    func run(tokens: [String], seconds: Double, least: Int = 0) async throws -> Outcome {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .file(authority)
        tls.applicationProtocols = ["http/1.1"]
        let context = try NIOSSLContext(configuration: tls)
        return try await run(seconds) { end in
            try tokens.map { token in
                let requests = paths.map { request($0, "Authorization: Bearer \(token)\r\n") }
                return { try await connect(context, requests, until: end, least, isOnce: false) }
            }
        }
    }

    /// The same with requests that their clients have signed beforehand, as they do it on machines of their own; each is sent once.
    func run(signers: [Signer], nonce: String, each count: Int) async throws -> Outcome {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .file(authority)
        tls.applicationProtocols = ["http/1.1"]
        let context = try NIOSSLContext(configuration: tls)
        let signed = try signers.map { signer in
            try (0..<count).map { turn in
                let path = paths[turn % paths.count]
                return request(path, try signer.fields(path, nonce: nonce))
            }
        }
        return try await run(60) { end in
            signed.map { requests in { try await connect(context, requests, until: end, 0, isOnce: true) } }
        }
    }

    private typealias Connection = @Sendable () async throws -> RequestLoop.Answers

    private func run(_ seconds: Double, _ connections: (UInt64) throws -> [Connection]) async throws -> Outcome {
        let before = try await times()
        let start = Latencies.now
        let end = start + UInt64(seconds * 1e9)
        let all = try await withThrowingTaskGroup(of: RequestLoop.Answers.self) { group in
            for connection in try connections(end) { group.addTask { try await connection() } }
            return try await group.reduce(into: RequestLoop.Answers()) { $0.merge($1) }
        }
        let load = Load(latencies: all.latencies, seconds: Latencies.seconds(since: start))
        let after = try await times()
        return Outcome(
            load: load, bytes: Double(all.bytes) / Double(max(1, all.latencies.count)),
            clients: after.clients - before.clients,
            servers: after.process - before.process - (after.clients - before.clients))
    }

    /// Processor seconds of the clients' thread and of the whole process.
    private func times() async throws -> (clients: Double, process: Double) {
        let clients = try await HTTPLoad.group.next().submit { ProcessorTime.ofThread }.get()
        return (clients, ProcessorTime.seconds)
    }

    private func request(_ path: String, _ fields: String) -> ByteBuffer {
        ByteBuffer(
            string: "GET \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\nAccept: application/fhir+json\r\n" + fields
                + "\r\n")
    }

    private func connect(
        _ context: NIOSSLContext, _ requests: [ByteBuffer], until end: UInt64, _ least: Int, isOnce: Bool
    ) async throws -> RequestLoop.Answers {
        let done = HTTPLoad.group.next().makePromise(of: RequestLoop.Answers.self)
        let bootstrap = ClientBootstrap(group: done.futureResult.eventLoop).channelInitializer { channel in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandlers([
                    NIOSSLClientHandler(context: context, serverHostname: "localhost"),
                    RequestLoop(requests: requests, end: end, least: least, isOnce: isOnce, done: done),
                ])
            }
        }
        do { _ = try await bootstrap.connect(host: "127.0.0.1", port: port).get() } catch { done.fail(error) }
        return try await done.futureResult.get()
    }
}
