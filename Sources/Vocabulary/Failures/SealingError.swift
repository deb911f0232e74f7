/// Why sealing or opening failed: a code and the kind of thing, never a value.
///
/// Two errors are equal when their codes are; `place` is for people.
public struct SealingError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public enum Code: String, Sendable, CaseIterable {
        /// The bytes are not in the one form that the format allows.
        case malformed
        /// An input is longer than its format's limit.
        case tooLarge = "too-large"
        /// Another key, another name or altered bytes: the authentication tag does not match.
        case notAuthentic = "not-authentic"
        /// The name does not belong to the key.
        case wrongScope = "wrong-scope"
        /// The passphrase is missing, unusable or another one.
        case wrongPassphrase = "wrong-passphrase"
        /// A token's end has passed.
        case expired
        /// The cryptographic library refused an operation.
        case unavailable
    }

    /// What went wrong.
    public let code: Code
    /// The kind of thing that was being read or made, such as `sealed part`.
    public let place: String

    package init(_ code: Code, _ place: String) {
        self.code = code
        self.place = place
    }

    /// The place and the code.
    public var description: String { "\(place): \(code.rawValue)" }
    /// Equal by code.
    public static func == (a: SealingError, b: SealingError) -> Bool { a.code == b.code }
    /// Hashes the code.
    public func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
