import HummingbirdCore
import HummingbirdHTTP2
import NIOCore
import NIOSSL

extension GatewayLimits {
    /// The limits of one HTTP/1.1 connection or HTTP/2 stream.
    var stream: HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            idleTimeout: .seconds(idleSeconds),
            httpDecoderConfiguration: .init(
                maxHeaderFieldSize: maximumHeaderFieldBytes, maxHeaderListSize: maximumHeaderBytes,
                maxHeaderFieldCount: maximumHeaderFields))
    }

    /// HTTPS with HTTP/2 and HTTP/1.1 by ALPN (RFC 7301).
    func secureServer(_ tls: TLSConfiguration) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            let base = try HTTP2UpgradeChannel(
                tlsConfiguration: tls,
                configuration: HTTP2ChannelConfiguration(
                    idleTimeout: .seconds(idleSeconds), gracefulCloseTimeout: .seconds(drainSeconds),
                    streamConfiguration: stream), responder: responder)
            return GuardedChannel(base: base, handshake: .seconds(handshakeSeconds))
        }
    }
}
