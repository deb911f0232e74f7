import Detection
import NIOCore

/// Puts datagrams into a spool.
final class SyslogDatagramHandler: ChannelInboundHandler {
    typealias InboundIn = AddressedEnvelope<ByteBuffer>

    private let spool: SyslogSpool

    init(_ spool: SyslogSpool) { self.spool = spool }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        spool.take(datagram: Array(unwrapInboundIn(data).data.readableBytesView))
    }
}
