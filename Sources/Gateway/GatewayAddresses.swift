/// Where a gateway listens: what `serve` writes into its ready file.
public struct GatewayAddresses: Sendable, Hashable, Codable {
    /// The URL of the API, `https://localhost:8443`.
    public let url: String
    /// The URL of the admin listener, `http://127.0.0.1:9090`.
    public let admin: String
    /// Path of the certificate that clients must trust; nil when the system's do.
    public let ca: String?
}
