import Foundation
import NIOCore
import NIOPosix
import Vocabulary

/// Listens on Unix sockets, each of mode 0600 in a directory of mode 0700; a peer of another user than the one named is turned
/// away.
public final class FrameServer: Sendable {
    /// A socket, who may connect to it, and what answers there.
    public struct Door: Sendable {
        let path: String
        let user: UInt32
        let service: any FrameService

        /// - Parameter user: The only user whose processes are answered; nil for this process's own.
        public init(_ path: String, user: UInt32? = nil, _ service: any FrameService) {
            self.path = path
            self.user = user ?? UInt32(geteuid())
            self.service = service
        }
    }

    private let channels: [any Channel]

    private init(channels: [any Channel]) { self.channels = channels }

    /// Binds all doors.
    public static func start(
        _ doors: [Door], group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton
    ) async throws -> FrameServer {
        var channels: [any Channel] = []
        for door in doors { channels.append(try await bind(door, group: group)) }
        return FrameServer(channels: channels)
    }

    /// Stops listening. Connections that are open end by themselves.
    public func stop() async throws {
        for channel in channels { try await channel.close() }
    }

    private static func bind(_ door: Door, group: any EventLoopGroup) async throws -> any Channel {
        let mask = umask(0o077)
        defer { umask(mask) }
        return try await ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 256)
            .childChannelOption(
                .writeBufferWaterMark,
                value: .init(low: FrameHandler.maximumBytes / 2, high: FrameHandler.maximumBytes)
            )
            .childChannelInitializer { channel in
                channel.peerUser().flatMapThrowing { peer in
                    guard peer == door.user else { throw BrokerFailure(.forbidden, "peer") }
                    try channel.pipeline.syncOperations.addHandlers([
                        ByteToMessageHandler(FrameDecoder()), FrameHandler(service: door.service),
                    ])
                }
            }
            .bind(unixDomainSocketPath: door.path, cleanupExistingSocketFile: true).get()
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
