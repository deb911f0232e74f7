import Detection
import NIOCore
import NIOTLS

/// Puts what comes over a connection into a spool. While that has no room nothing is read, so that the sender waits.
final class SyslogStreamHandler: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer

    private static let (pause, handshake) = (TimeAmount.milliseconds(100), TimeAmount.seconds(10))
    private let spool: SyslogSpool
    private var intake: SyslogIntake
    /// Whether TLS came about, where it has to.
    private var isReady: Bool
    private var isOpen = true
    /// Whether the watch holds this connection back, and whether somebody would have read meanwhile.
    private var (isHeld, isReadWanted) = (false, false)

    init(_ spool: SyslogSpool, isTLS: Bool) {
        (self.spool, intake, isReady) = (spool, SyslogIntake(spool), !isTLS)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        spool.count { $0.connections += 1 }
        guard !isReady else { return }
        context.eventLoop.assumeIsolated().scheduleTask(in: Self.handshake) {
            if self.isOpen, !self.isReady { context.close(promise: nil) }
        }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        isOpen = false
        if !isReady { spool.count { $0.untrusted += 1 } }
        finish(context.eventLoop, intake.end())
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        go(context, intake.take(unwrapInboundIn(data).readableBytesView))
    }

    func read(context: ChannelHandlerContext) {
        guard isHeld || !spool.hasRoom else { return context.read() }
        isReadWanted = true
        hold(context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case TLSUserEvent.handshakeCompleted: isReady = true
        case IdleStateHandler.IdleStateEvent.read where !isHeld:
            spool.count { $0.idle += 1 }
            context.close(promise: nil)
        default: context.fireUserInboundEventTriggered(event)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func go(_ context: ChannelHandlerContext, _ outcome: SyslogIntake.Outcome) {
        switch outcome {
        case .broken: context.close(promise: nil)
        case .full: hold(context)
        case .taken:
            guard isReadWanted else { return }
            guard spool.hasRoom else { return hold(context) }
            isReadWanted = false
            context.read()
        }
    }

    private func hold(_ context: ChannelHandlerContext) {
        guard !isHeld else { return }
        isHeld = true
        context.eventLoop.assumeIsolated().scheduleTask(in: Self.pause) {
            self.isHeld = false
            if self.isOpen { self.go(context, self.intake.flush()) }
        }
    }

    /// What was read before the end of the connection stays until there is room for it.
    private func finish(_ loop: any EventLoop, _ outcome: SyslogIntake.Outcome) {
        guard outcome == .full else { return spool.count { $0.connections -= 1 } }
        loop.assumeIsolated().scheduleTask(in: Self.pause) { self.finish(loop, self.intake.flush()) }
    }
}
