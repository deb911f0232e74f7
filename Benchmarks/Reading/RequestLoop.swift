import NIOCore

/// One connection: sends a request, waits for the whole answer, sends the next, until the end.
final class RequestLoop: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let requests: [ByteBuffer]
    private let end: UInt64
    private let done: EventLoopPromise<Latencies>
    private var latencies = Latencies()
    private var received = ByteBuffer()
    private var turn = 0
    private var sent: UInt64 = 0

    init(requests: [ByteBuffer], end: UInt64, done: EventLoopPromise<Latencies>) {
        self.requests = requests
        self.end = end
        self.done = done
    }

    func channelActive(context: ChannelHandlerContext) { ask(context) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        received.writeBuffer(&bytes)
        guard let length = answerLength(), received.readableBytes >= length else { return }
        guard received.readableBytesView.dropFirst(9).starts(with: "200".utf8) else {
            done.fail(BenchmarkError.unexpected("HTTP status \(String(buffer: received).prefix(12).suffix(3))"))
            context.close(promise: nil)
            return
        }
        received.clear()
        latencies.add(since: sent)
        if Latencies.now < end { ask(context) } else { context.close(promise: nil) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        if Latencies.now < end {
            done.fail(BenchmarkError.unexpected("the server closed the connection"))
        } else {
            done.succeed(latencies)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func ask(_ context: ChannelHandlerContext) {
        sent = Latencies.now
        context.writeAndFlush(wrapOutboundOut(requests[turn % requests.count]), promise: nil)
        turn += 1
    }

    /// Bytes of head and body; nil while the head is not whole.
    private func answerLength() -> Int? {
        let view = received.readableBytesView
        var lineStart = view.startIndex
        var length = 0
        while let lineEnd = view[lineStart...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = view[lineStart..<lineEnd]
            if line.count <= 1 { return lineEnd + 1 - view.startIndex + length }
            if line.count > 16, line.count < 40, line.first.map({ $0 | 32 }) == UInt8(ascii: "c") {
                let text = String(decoding: line, as: UTF8.self).lowercased()
                if text.hasPrefix("content-length:") { length = Int(text.dropFirst(15).filter(\.isNumber)) ?? 0 }
            }
            lineStart = lineEnd + 1
        }
        return nil
    }
}
