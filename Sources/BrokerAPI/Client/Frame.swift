import NIOCore

/// One message on the wire: a number that pairs answers with requests, what it is, and its bytes.
///
/// Layout, big-endian: length of the rest (4), number (8), kind (1), payload. The kind of a request is its ``Call``, of an
/// answer 0 (done) or 1 (a ``BrokerFailure``). Number 0 is for what the broker pushes.
public struct Frame: Sendable {
    /// Longest frame after its length field.
    public static let maximumLength = 16 << 20
    /// Pairs an answer with its request.
    public var number: UInt64
    /// A ``Call``, or 0 and 1 in answers.
    public var kind: UInt8
    /// The message's bytes.
    public var payload: [UInt8]

    /// Makes a frame of its parts.
    public init(number: UInt64, kind: UInt8, payload: [UInt8]) {
        self.number = number
        self.kind = kind
        self.payload = payload
    }
}

/// Reads frames off a stream; a frame over the limit ends the connection.
public struct FrameDecoder: ByteToMessageDecoder {
    /// What comes out.
    public typealias InboundOut = Frame

    /// Makes a decoder with nothing read.
    public init() {}

    /// Hands on one frame when it is there whole.
    public mutating func decode(context: ChannelHandlerContext, buffer: inout ByteBuffer) throws -> DecodingState {
        guard let length = buffer.getInteger(at: buffer.readerIndex, as: UInt32.self) else { return .needMoreData }
        guard length >= 9, length <= Frame.maximumLength else { throw WireError("frame length") }
        guard buffer.readableBytes >= 4 + Int(length) else { return .needMoreData }
        buffer.moveReaderIndex(forwardBy: 4)
        guard let number = buffer.readInteger(as: UInt64.self), let kind = buffer.readInteger(as: UInt8.self),
            let payload = buffer.readBytes(length: Int(length) - 9)
        else { return .needMoreData }
        context.fireChannelRead(wrapInboundOut(Frame(number: number, kind: kind, payload: payload)))
        return .continue
    }
}

extension ByteBuffer {
    /// Appends a frame with its length.
    public mutating func writeFrame(_ frame: Frame) {
        reserveCapacity(minimumWritableBytes: 13 + frame.payload.count)
        writeInteger(UInt32(truncatingIfNeeded: frame.payload.count + 9))
        writeInteger(frame.number)
        writeInteger(frame.kind)
        writeBytes(frame.payload)
    }
}
