/// Why a gateway could not be made or run: a code, and never a value.
public enum GatewayError: String, Error, Sendable, CustomStringConvertible {
    /// The listening address cannot be used.
    case address
    /// A certificate or key cannot be read, made or used.
    case certificate

    /// The code.
    public var description: String { "gateway: \(rawValue)" }
}
