/// Why the broker did not start.
enum BrokerStart: String, Error, CustomStringConvertible {
    case witnesses = "config.yaml: witnesses: not a list of key (a cosignature vkey) and url, at most 8"
    case openID = "config.yaml: openid: not a provider of identities (docs/formats/openid.md)"
    case noRootKey = "the root key file cannot be read"
    case running = "another broker runs in this data directory"
    case limits = "limits.yaml: not limits (each role: identity, contact, medical, restricted, dormant, usual_day)"
    case noDirectory = "no installation in this data directory"

    var description: String { rawValue }
}
