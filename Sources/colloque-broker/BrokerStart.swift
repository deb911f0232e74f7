/// Why the broker did not start.
enum BrokerStart: String, Error, CustomStringConvertible {
    case noRootKey = "the root key file cannot be read"
    case running = "another broker runs in this data directory"
    case noDirectory = "no installation in this data directory"

    var description: String { rawValue }
}
