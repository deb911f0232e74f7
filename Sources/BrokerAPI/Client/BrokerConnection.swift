import NIOCore
import NIOPosix
import Synchronization

/// One connection to the broker: many calls at once, each answered by its number.
final class BrokerConnection: ChannelInboundHandler, Sendable {
    typealias InboundIn = Frame

    private struct State {
        var number: UInt64 = 0
        var waiting: [UInt64: CheckedContinuation<Frame, any Error>] = [:]
        var channel: (any Channel)?
        /// Requests that wait for the event loop's next turn, to be written together.
        var outbox = ByteBuffer()
        var isClosed = false
    }

    /// Most calls that wait for an answer at once.
    private static let maximumWaiting = 4_096
    private let state = Mutex(State())
    private let onRevocation: @Sendable (Revocation) -> Void
    private let onClose: @Sendable () -> Void

    init(onRevocation: @escaping @Sendable (Revocation) -> Void, onClose: @escaping @Sendable () -> Void) {
        self.onRevocation = onRevocation
        self.onClose = onClose
    }

    var isClosed: Bool { state.withLock { $0.isClosed } }

    func attach(_ channel: any Channel) { state.withLock { $0.channel = channel } }

    func close() {
        let channel = state.withLock { $0.channel }
        channel?.close(promise: nil)
    }

    /// Sends a request and waits for its answer.
    func call(_ kind: UInt8, _ payload: [UInt8]) async throws -> Frame {
        try await withCheckedThrowingContinuation { continuation in
            let sent: (channel: any Channel, isFirst: Bool)? = state.withLock { state in
                guard !state.isClosed, let channel = state.channel,
                    state.waiting.count < BrokerConnection.maximumWaiting
                else { return nil }
                state.number += 1
                state.waiting[state.number] = continuation
                let isFirst = state.outbox.readableBytes == 0
                state.outbox.writeFrame(Frame(number: state.number, kind: kind, payload: payload))
                return (channel, isFirst)
            }
            guard let sent else {
                continuation.resume(throwing: BrokerFailure(.unavailable, "broker not connected"))
                return
            }
            if sent.isFirst { sent.channel.eventLoop.execute { self.send(to: sent.channel) } }
        }
    }

    /// Writes what waits, in one go.
    private func send(to channel: any Channel) {
        let requests = state.withLock { state in
            defer { state.outbox = ByteBuffer() }
            return state.outbox
        }
        channel.writeAndFlush(requests, promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        guard frame.number != 0 else {
            // A push that cannot be read might have ended any session: the connection is given up, and with it all keys.
            guard frame.kind == Call.revocation.rawValue, let revocation = try? Revocation(bytes: frame.payload) else {
                context.close(promise: nil)
                return
            }
            onRevocation(revocation)
            return
        }
        state.withLock { $0.waiting.removeValue(forKey: frame.number) }?.resume(returning: frame)
    }

    func channelInactive(context: ChannelHandlerContext) {
        let waiting = state.withLock { state in
            state.isClosed = true
            defer { state.waiting = [:] }
            return state.waiting.values
        }
        for continuation in waiting { continuation.resume(throwing: BrokerFailure(.unavailable, "broker went away")) }
        onClose()
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}
