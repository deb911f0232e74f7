import Detection
import NIOCore
import NIOPosix
import NIOSSL

/// Takes syslog over UDP (RFC 5426), TCP (RFC 6587) and TLS (RFC 5425) into a spool, until it is closed.
struct SyslogListeners {
    private static let mostConnections = 256
    private static let mostIdle = TimeAmount.minutes(15)
    private static let receiveBuffer = 4 << 20
    let spool: SyslogSpool
    private let addresses: [ListenAddress]
    private let tls: NIOSSLContext?
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    init(_ addresses: [ListenAddress], spool: SyslogSpool, tls: NIOSSLContext?) {
        (self.addresses, self.spool, self.tls) = (addresses, spool, tls)
    }

    /// The source that a watch reads.
    var source: String { "syslog:" + spool.pattern }

    /// Begins to listen; says on standard error where.
    func start() async throws {
        for address in addresses {
            do {
                let channel = try await bind(address)
                let port = channel.localAddress?.port ?? address.port
                Output.error("syslog at \(address.transport.rawValue):\(address.host) port \(port)")
            } catch let error as IOError {
                throw Failure.broken("cannot listen at \(address): system error \(error.errnoCode)")
            }
        }
    }

    /// Closes all connections.
    func close() async { try? await group.shutdownGracefully() }

    /// Takes in how far the watch has read.
    /// - Parameter end: Where the spool ended before a step that found nothing more to read.
    func took(_ figures: WatchFigures, all end: SpoolPlace?) {
        if let place = figures.places[source] { spool.didRead(place.path, to: place.offset) }
        if let end { spool.didReadAll(to: end) }
    }

    private func bind(_ address: ListenAddress) async throws -> any Channel {
        switch address.transport {
        case .udp: try await datagrams(address)
        case .tcp: try await streams(address, nil)
        case .tls: try await streams(address, tls)
        }
    }

    private func datagrams(_ address: ListenAddress) async throws -> any Channel {
        let spool = spool
        return try await DatagramBootstrap(group: group)
            .channelOption(.socketOption(.so_rcvbuf), value: Self.receiveBuffer)
            .channelOption(.recvAllocator, value: FixedSizeRecvByteBufferAllocator(capacity: 65_536))
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(SyslogDatagramHandler(spool))
                }
            }
            .bind(host: address.host, port: address.port).get()
    }

    private func streams(_ address: ListenAddress, _ tls: NIOSSLContext?) async throws -> any Channel {
        let spool = spool
        return try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 128)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.socketOption(.so_keepalive), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    guard spool.counts.connections < Self.mostConnections else {
                        spool.count { $0.refused += 1 }
                        throw TooManyConnections()
                    }
                    let pipeline = channel.pipeline.syncOperations
                    if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
                    try pipeline.addHandler(IdleStateHandler(readTimeout: Self.mostIdle))
                    try pipeline.addHandler(SyslogStreamHandler(spool, isTLS: tls != nil))
                }
            }
            .bind(host: address.host, port: address.port).get()
    }
}

/// Closes a connection before it begins.
private struct TooManyConnections: Error {}
