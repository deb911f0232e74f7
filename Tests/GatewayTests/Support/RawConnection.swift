import Foundation
import Gateway
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A TLS connection on which any bytes are sent, well formed or not.
enum RawConnection {
    /// Sends pieces, each after a pause, and returns what came back until the server closed; nil when it did not in time.
    static func exchange(
        _ pieces: [String], pause: Duration = .zero, halfClose: Bool = false, within seconds: Int64 = 20,
        to addresses: GatewayAddresses
    ) async throws -> String? {
        let port = URL(string: addresses.url)?.port ?? 443
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.trustRoots = .file(addresses.ca ?? "")
        let context = try NIOSSLContext(configuration: tls)
        let received = Received()
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        NIOSSLClientHandler(context: context, serverHostname: "localhost"),
                        Collector(received: received),
                    ])
                }
            }.connect(host: "127.0.0.1", port: port).get()
        for piece in pieces {
            try? await channel.writeAndFlush(ByteBuffer(string: piece))
            if pause > .zero { try await Task.sleep(for: pause) }
        }
        if halfClose { try? await channel.close(mode: .output) }
        let deadline = channel.eventLoop.scheduleTask(in: .seconds(seconds)) {
            received.isLate.store(true, ordering: .relaxed)
            channel.close(promise: nil)
        }
        try? await channel.closeFuture.get()
        deadline.cancel()
        return received.isLate.load(ordering: .relaxed) ? nil : received.text.withLock { $0 }
    }

    /// Connects without ever beginning TLS; true when the server closed in time.
    static func silence(within seconds: Int64, to addresses: GatewayAddresses) async throws -> Bool {
        let port = URL(string: addresses.url)?.port ?? 443
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port).get()
        let received = Received()
        let deadline = channel.eventLoop.scheduleTask(in: .seconds(seconds)) {
            received.isLate.store(true, ordering: .relaxed)
            channel.close(promise: nil)
        }
        try? await channel.closeFuture.get()
        deadline.cancel()
        return !received.isLate.load(ordering: .relaxed)
    }

    private final class Received: Sendable {
        let text = Mutex("")
        let isLate = Atomic(false)
    }

    private final class Collector: ChannelInboundHandler, Sendable {
        typealias InboundIn = ByteBuffer
        let received: Received

        init(received: Received) { self.received = received }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let text = String(buffer: unwrapInboundIn(data))
            received.text.withLock { $0 += text }
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if case .inputClosed? = event as? ChannelEvent { context.close(promise: nil) }
            context.fireUserInboundEventTriggered(event)
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
    }
}
