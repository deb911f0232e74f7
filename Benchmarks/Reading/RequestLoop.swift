import NIOCore

/// One connection: sends a request, waits for the whole answer, sends the next, until the end.
final class RequestLoop: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    /// What came back.
    struct Answers: Sendable {
        var latencies = Latencies()
        var bytes = 0

        mutating func merge(_ other: Answers) {
            latencies.merge(other.latencies)
            bytes += other.bytes
        }
    }

    private let requests: [ByteBuffer]
    private let end: UInt64
    private let least: Int
    private let isOnce: Bool
    private let done: EventLoopPromise<Answers>
    private var answers = Answers()
    private var received = ByteBuffer()
    private var length: Int?
    private var turn = 0
    private var sent: UInt64 = 0

    /// Ends at `end`, but not before the `least` number of answers.
    init(requests: [ByteBuffer], end: UInt64, least: Int, isOnce: Bool, done: EventLoopPromise<Answers>) {
        self.requests = requests
        self.end = end
        self.least = least
        self.isOnce = isOnce
        self.done = done
    }

    func channelActive(context: ChannelHandlerContext) { ask(context) }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        received.writeBuffer(&bytes)
        length = length ?? RequestLoop.length(of: received)
        guard let length, received.readableBytes >= length else { return }
        guard received.readableBytesView.dropFirst(9).starts(with: "200".utf8) else {
            done.fail(BenchmarkError.unexpected("HTTP status \(String(buffer: received).prefix(12).suffix(3))"))
            context.close(promise: nil)
            return
        }
        answers.bytes += length
        received.clear()
        self.length = nil
        answers.latencies.add(since: sent)
        if isDone { context.close(promise: nil) } else { ask(context) }
    }

    func channelInactive(context: ChannelHandlerContext) {
        if isDone {
            done.succeed(answers)
        } else {
            done.fail(BenchmarkError.unexpected("the server closed the connection"))
        }
    }

    private var isDone: Bool {
        Latencies.now >= end && answers.latencies.count >= least || isOnce && answers.latencies.count == requests.count
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    private func ask(_ context: ChannelHandlerContext) {
        sent = Latencies.now
        context.writeAndFlush(wrapOutboundOut(requests[turn % requests.count]), promise: nil)
        turn += 1
    }

    /// Bytes of head and body; nil while the head is not whole.
    private static func length(of answer: ByteBuffer) -> Int? {
        unsafe answer.withUnsafeReadableBytes { bytes in
            var line = 0
            var length = 0
            for index in bytes.indices where unsafe bytes[index] == UInt8(ascii: "\n") {
                if index - line <= 1 { return index + 1 + length }
                length = unsafe contentLength(UnsafeRawBufferPointer(rebasing: bytes[line..<index])) ?? length
                line = index + 1
            }
            return nil
        }
    }

    /// The number in a `Content-Length` line; nil for another line.
    private static func contentLength(_ line: UnsafeRawBufferPointer) -> Int? {
        let name = "content-length:".utf8
        guard line.count > name.count, unsafe zip(line, name).allSatisfy({ $0 | 0x20 == $1 | 0x20 }) else { return nil }
        return unsafe line[name.count...].reduce(0) { sum, byte in
            let digit = byte &- UInt8(ascii: "0")
            return digit < 10 ? sum * 10 + Int(digit) : sum
        }
    }
}
