import Crypto
import Vocabulary

/// The SHA-256 of an event's line without its end. An event's line holds its predecessor's hash, so the last one covers all.
public struct IncidentHash: Hashable, Sendable, CustomStringConvertible {
    private let bytes: [UInt8]

    /// What the first event names as its predecessor: 32 zero bytes.
    public static let none = IncidentHash(bytes: [UInt8](repeating: 0, count: 32))

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Hashes a line.
    public init(of line: [UInt8]) { bytes = Array(SHA256.hash(data: line)) }

    /// Reads 64 lower-case hexadecimal digits and nothing else.
    public init?(_ text: String) {
        guard text.utf8.count == 64, let bytes = [UInt8](hexadecimal: text) else { return nil }
        self.bytes = bytes
    }

    /// 64 lower-case hexadecimal digits.
    public var description: String { bytes.hexadecimal }
}
