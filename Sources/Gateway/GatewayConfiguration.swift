import Vocabulary

/// All that a gateway is told.
public struct GatewayConfiguration: Sendable {
    /// An address and a port to listen at; port 0 lets the system choose.
    public struct Address: Sendable, Hashable {
        /// A name or an IP address.
        public var host: String
        /// The port.
        public var port: Int

        /// Joins them.
        public init(host: String, port: Int) {
            self.host = host
            self.port = port
        }

        /// Reads `127.0.0.1:8443`; nil for anything else than a host and a port.
        public init?(_ text: String) {
            guard let colon = text.lastIndex(of: ":"), let port = UInt16(text[text.index(after: colon)...]) else {
                return nil
            }
            let host = text[..<colon].filter { $0 != "[" && $0 != "]" }
            guard !host.isEmpty else { return nil }
            self.init(host: String(host), port: Int(port))
        }
    }

    /// Where HTTPS is served.
    public var listen = Address(host: "127.0.0.1", port: 0)
    /// Port of the admin listener on 127.0.0.1.
    public var adminPort = 0
    /// The URL by which clients know the server, without a last slash; nil: `https://localhost` and the actual port.
    public var publicURL: String?
    /// Origins whose pages may use the API from a browser (Fetch standard, CORS protocol).
    public var webOrigins: Set<String> = []
    /// The certificate.
    public var certificate: GatewayCertificate
    /// The directory of the access logs, `access/` of the data directory.
    public var accessDirectory: String
    /// The limits.
    public var limits = GatewayLimits()

    /// The configuration of a data directory: development certificate in `gateway/tls`, access logs in `access`.
    public init(dataDirectory: String) {
        certificate = .development(directory: "\(dataDirectory)/gateway/tls")
        accessDirectory = "\(dataDirectory)/access"
    }
}
