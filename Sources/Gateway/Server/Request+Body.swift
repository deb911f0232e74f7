import HTTPTypes
import Hummingbird
import NIOCore

extension Request {
    /// Whether a body may follow the head.
    var hasBody: Bool {
        if let length = headers[.contentLength] { return length != "0" }
        return headers[.transferEncoding] != nil || ![.get, .head, .delete, .options].contains(method)
    }
}

extension Answer {
    /// Ends the connection (or the HTTP/2 stream) soon after the answer, instead of reading a body that nobody wants.
    mutating func closeAfter(_ context: GatewayRequestContext) {
        // HTTP/2 knows no `Connection` (RFC 9113 §8.2.2).
        if !context.isStream { headers[.connection] = "close" }
        let channel = context.channel
        channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
    }
}
