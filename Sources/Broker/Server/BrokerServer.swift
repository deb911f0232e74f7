import BrokerAPI
import Foundation
import NIOCore
import NIOPosix
import Vocabulary

/// Listens on the broker's two sockets: one for gateways, one for administration.
///
/// Each is a Unix socket of mode 0600 in a directory of mode 0700, and a peer of another user than the broker's (or the
/// one named) is turned away.
public final class BrokerServer: Sendable {
    private let channels: [any Channel]

    private init(channels: [any Channel]) { self.channels = channels }

    /// Binds both sockets.
    /// - Parameter gatewayUser: The user that gateways run as; nil for the broker's own.
    public static func start(
        _ broker: Broker, gatewayUser: UInt32? = nil, group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) async throws -> BrokerServer {
        let own = UInt32(geteuid())
        let gateway = try await bind(
            broker.configuration.socket, group: group, user: gatewayUser ?? own, service: .gateway(broker))
        let admin = try await bind(broker.configuration.adminSocket, group: group, user: own, service: .admin(broker))
        return BrokerServer(channels: [gateway, admin])
    }

    /// Stops listening. Connections that are open end by themselves.
    public func stop() async throws {
        for channel in channels { try await channel.close() }
    }

    private static func bind(
        _ path: String, group: any EventLoopGroup, user: UInt32, service: BrokerService
    ) async throws -> any Channel {
        let mask = umask(0o077)
        defer { umask(mask) }
        return try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 256)
            .childChannelOption(
                .writeBufferWaterMark,
                value: .init(low: BrokerServerHandler.maximumBytes / 2, high: BrokerServerHandler.maximumBytes)
            )
            .childChannelInitializer { channel in
                channel.peerUser().flatMapThrowing { peer in
                    guard peer == user else { throw BrokerFailure(.forbidden, "peer") }
                    try channel.pipeline.syncOperations.addHandlers([
                        ByteToMessageHandler(FrameDecoder()), BrokerServerHandler(service: service),
                    ])
                }
            }
            .bind(unixDomainSocketPath: path, cleanupExistingSocketFile: true).get()
    }
}

/// What the kernel says of the process at the other end of a Unix socket (`SO_PEERCRED`, unix(7)).
private struct PeerCredentials {
    var process: Int32 = 0
    var user: UInt32 = .max
    var group: UInt32 = .max
}

extension Channel {
    /// The user at the other end.
    fileprivate func peerUser() -> EventLoopFuture<UInt32> {
        guard let provider = self as? any SocketOptionProvider else {
            return eventLoop.makeFailedFuture(BrokerFailure(.forbidden, "peer"))
        }
        let name = NIOBSDSocket.Option(rawValue: 17)
        let credentials: EventLoopFuture<PeerCredentials> = provider.unsafeGetSocketOption(level: .socket, name: name)
        return credentials.map(\.user)
    }
}
