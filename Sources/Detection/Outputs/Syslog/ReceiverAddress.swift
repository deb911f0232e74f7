import Glibc

/// A machine to send to: `collector.example:6514`, `192.0.2.7:514`, `[2001:db8::7]:6514`.
public struct ReceiverAddress: Hashable, Sendable {
    /// A name or an address, without brackets.
    public let host: String
    /// From 1.
    public let port: UInt16

    /// Takes the text apart; nil when it is none.
    public init?(_ text: String) {
        guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]), port > 0 else {
            return nil
        }
        let name = text[..<colon]
        let isBracketed = name.hasPrefix("[") && name.hasSuffix("]")
        let host = String(isBracketed ? name.dropFirst().dropLast() : name)
        guard (1...253).contains(host.utf8.count), host.utf8.allSatisfy({ Self.isPart($0, isBracketed) }),
            !host.hasPrefix("-"), !isBracketed || Self.isAddress(host, AF_INET6)
        else { return nil }
        (self.host, self.port) = (host, port)
    }

    /// Whether the host is an address: certificates name it as such, and it is no server name of TLS.
    public var isAddress: Bool { Self.isAddress(host, AF_INET) || Self.isAddress(host, AF_INET6) }

    private static func isPart(_ unit: UInt8, _ isBracketed: Bool) -> Bool {
        unit.isDigit || unit.isLetter || ".-_".utf8.contains(unit) || isBracketed && unit == UInt8(ascii: ":")
    }

    private static func isAddress(_ text: String, _ family: Int32) -> Bool {
        var address = in6_addr()
        return unsafe !text.utf8.contains(0) && inet_pton(family, text, &address) == 1
    }
}
