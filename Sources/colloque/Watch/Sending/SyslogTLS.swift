import Detection
import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS

/// Sends frames of syslog within TLS (RFC 5425), over one connection, which is made when first asked and again after a
/// failure. Nothing is sent before the receiver's certificate was found right for its name or address.
actor SyslogTLS {
    private static let limit = TimeAmount.seconds(10)
    /// A receiver that does not want us closes after TLS has come about for us (RFC 8446 §4.4.2.4, and rsyslog with
    /// GnuTLS always): so long is waited for that, once a connection, before the first frame.
    private static let doubt = Duration.seconds(1)
    private let receiver: ReceiverAddress
    private let context: NIOSSLContext
    private var channel: (any Channel)?

    init(_ receiver: ReceiverAddress, _ context: NIOSSLContext) { (self.receiver, self.context) = (receiver, context) }

    /// Sends bytes; when it returns, the system has taken all of them.
    func send(_ bytes: [UInt8]) async throws {
        let channel = try await open()
        let limit = channel.eventLoop.scheduleTask(in: Self.limit) { channel.close(promise: nil) }
        defer { limit.cancel() }
        do { try await channel.writeAndFlush(ByteBuffer(bytes: bytes)) } catch {
            channel.close(promise: nil)
            throw error
        }
    }

    private func open() async throws -> any Channel {
        if let channel, channel.isActive { return channel }
        let (context, name) = (context, receiver.isAddress ? nil : receiver.host)
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        let ready = loop.makePromise(of: Void.self)
        do {
            let made = try await connect(context, name, ready, loop)
            channel = made
            try await ready.futureResult.get()
            try await Task.sleep(for: Self.doubt)
            guard made.isActive else { throw NIOSSLError.uncleanShutdown }
            return made
        } catch {
            ready.fail(error)
            channel?.close(promise: nil)
            channel = nil
            throw error
        }
    }

    private func connect(
        _ context: NIOSSLContext, _ name: String?, _ ready: EventLoopPromise<Void>, _ loop: any EventLoop
    ) async throws -> any Channel {
        try await ClientBootstrap(group: loop)
            .connectTimeout(Self.limit)
            .channelOption(.socketOption(.so_keepalive), value: 1)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let pipeline = channel.pipeline.syncOperations
                    try pipeline.addHandler(NIOSSLClientHandler(context: context, serverHostname: name))
                    try pipeline.addHandler(HandshakeHandler(ready, limit: Self.limit))
                }
            }
            .connect(host: receiver.host, port: Int(receiver.port)).get()
    }
}

/// Says when TLS has come about, or that it has not within the limit.
private final class HandshakeHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    private let ready: EventLoopPromise<Void>
    private let limit: TimeAmount

    init(_ ready: EventLoopPromise<Void>, limit: TimeAmount) { (self.ready, self.limit) = (ready, limit) }

    func channelActive(context: ChannelHandlerContext) {
        context.eventLoop.scheduleTask(in: limit) { [ready, limit] in ready.fail(ChannelError.connectTimeout(limit)) }
        context.fireChannelActive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted = event { ready.succeed(()) }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        ready.fail(error)
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) { ready.fail(ChannelError.eof) }
}
