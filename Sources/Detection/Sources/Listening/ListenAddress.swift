import Glibc

/// Where syslog is listened for: `udp:127.0.0.1:5514`, `tcp:[::1]:5514`, `tls:0.0.0.0:6514`.
public struct ListenAddress: Hashable, Sendable, CustomStringConvertible {
    /// How messages come.
    public enum Transport: String, CaseIterable, Sendable {
        /// A message a datagram (RFC 5426).
        case udp
        /// Octet-counted messages or lines (RFC 6587).
        case tcp
        /// The same within TLS (RFC 5425).
        case tls
    }

    /// How messages come.
    public let transport: Transport
    /// An address of IPv4 or IPv6, without brackets.
    public let host: String
    /// 0 lets the system pick one.
    public let port: Int

    /// Takes the text apart; nil when it is none. Names are not looked up: they may lead to several addresses.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let transport = Transport(rawValue: String(parts[0])),
            let colon = parts[1].lastIndex(of: ":")
        else { return nil }
        let (host, digits) = (parts[1][..<colon], parts[1][parts[1].index(after: colon)...])
        guard (1...5).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isDigit), let port = UInt16(digits) else {
            return nil
        }
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        let address = String(isBracketed ? host.dropFirst().dropLast() : host)
        guard Self.isAddress(address, isBracketed ? AF_INET6 : AF_INET) else { return nil }
        (self.transport, self.host, self.port) = (transport, address, Int(port))
    }

    /// As it is written.
    public var description: String { "\(transport.rawValue):\(host.contains(":") ? "[\(host)]" : host):\(port)" }

    private static func isAddress(_ text: String, _ family: Int32) -> Bool {
        var address = in6_addr()
        return unsafe !text.utf8.contains(0) && inet_pton(family, text, &address) == 1
    }
}
