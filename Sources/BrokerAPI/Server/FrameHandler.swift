import NIOCore
import Vocabulary

/// One connection: answers each frame when it is ready, in any order, and pushes revocations.
final class FrameHandler: ChannelInboundHandler {
    typealias InboundIn = Frame

    /// Most frames of one connection that wait for their answer at once.
    private static let maximumWaiting = 8_192
    /// Most bytes of such frames, and of answers that the other side leaves unread.
    static let maximumBytes = 64 << 20
    private let service: any FrameService
    private var gateway = GatewayID(high: 0, low: 0)
    private var waiting = 0
    private var waitingBytes = 0
    /// Whether answers were written that the event loop's next turn sends.
    private var isFlushing = false
    private var listener: Int?

    init(service: any FrameService) { self.service = service }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        let bytes = frame.payload.count
        guard frame.number != 0, waiting < FrameHandler.maximumWaiting,
            waitingBytes + bytes <= FrameHandler.maximumBytes
        else {
            context.close(promise: nil)
            return
        }
        if frame.kind == Call.hello.rawValue { introduce(frame, context) }
        waiting += 1
        waitingBytes += bytes
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        let this = NIOLoopBound(self, eventLoop: context.eventLoop)
        let (service, gateway) = (service, gateway)
        context.eventLoop.makeFutureWithTask { await service.answer(frame, gateway: gateway) }
            .whenSuccess { answer in
                this.value.waiting -= 1
                this.value.waitingBytes -= bytes
                this.value.write(answer, bound.value)
            }
    }

    /// Writes an answer; small ones that are ready in the same turn of the event loop are sent together.
    private func write(_ answer: Frame, _ context: ChannelHandlerContext) {
        let isLarge = answer.payload.count > FrameHandler.maximumBytes / 2 / FrameHandler.maximumWaiting
        FrameHandler.write(answer, context.channel, isLast: isLarge)
        guard !isLarge, !isFlushing else { return }
        isFlushing = true
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        let this = NIOLoopBound(self, eventLoop: context.eventLoop)
        context.eventLoop.execute {
            this.value.isFlushing = false
            bound.value.channel.flush()
        }
    }

    /// The first introduction on a connection counts, and begins the revocation stream.
    private func introduce(_ frame: Frame, _ context: ChannelHandlerContext) {
        guard listener == nil, let hello = try? Hello(bytes: frame.payload) else { return }
        gateway = hello.gateway
        let channel = context.channel
        listener = service.listen { revocation in
            FrameHandler.write(
                Frame(number: 0, kind: Call.revocation.rawValue, payload: revocation.bytes), channel)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        if let listener { service.unlisten(listener) }
        listener = nil
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    /// Writes a frame, and sends it when it is the last for now; a peer that leaves too much unread is let go.
    private static func write(_ frame: Frame, _ channel: any Channel, isLast: Bool = true) {
        guard channel.isWritable else {
            channel.close(promise: nil)
            return
        }
        var buffer = channel.allocator.buffer(capacity: frame.payload.count + 16)
        buffer.writeFrame(frame)
        channel.write(buffer, promise: nil)
        if isLast { channel.flush() }
    }
}
