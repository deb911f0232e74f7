import Crypto
import Vocabulary

/// 80 random bits on paper, for who has lost the other factor; each is good once. It does not print.
public struct RecoveryCode: Sendable {
    /// How many are made at a time.
    public static let count = 10
    private static let length = 10

    private let secret: SecretBytes

    /// Draws a new code.
    public init() { secret = SecretBytes.random(count: RecoveryCode.length) }

    /// Draws ``count`` new codes.
    public static func draw() -> [RecoveryCode] { (0..<count).map { _ in RecoveryCode() } }

    /// Reads a code as typed: case, spaces and hyphens do not matter, O is 0, I and L are 1 (Crockford). Throws
    /// ``IdentityError/code``.
    public init(typed text: String) throws(IdentityError) {
        let units = text.utf8.prefix(64).filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "-") }
        let plain = units.map(RecoveryCode.plain)
        guard text.utf8.count <= 64, let bytes = Base32.crockford.decode(plain), bytes.count == RecoveryCode.length
        else { throw .code }
        secret = SecretBytes(bytes)
    }

    /// The code in four groups of four, for its person alone and never for a log.
    public func exposedText() -> String {
        let units = unsafe secret.withUnsafeBytes { unsafe Base32.crockford.encode($0) }
        let groups = stride(from: 0, to: units.count, by: 4).map { units[$0..<min($0 + 4, units.count)] }
        return groups.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    }

    private static func plain(_ unit: UInt8) -> UInt8 {
        let upper = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(unit) ? unit - 32 : unit
        switch upper {
        case UInt8(ascii: "O"): return UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "L"): return UInt8(ascii: "1")
        default: return upper
        }
    }

    /// HMAC-SHA-256 of the code under a key of the broker: finds it in a database and reveals nothing without the key. No slow
    /// hash is needed: 2^80 guesses for one code are beyond anybody, where a password's are not.
    public func tag(under key: SymmetricKey) -> [UInt8] {
        unsafe secret.withUnsafeBytes { unsafe Array(HMAC<SHA256>.authenticationCode(for: $0, using: key)) }
    }
}

extension RecoveryCode: CustomStringConvertible, CustomReflectable {
    /// Without the code.
    public var description: String { "RecoveryCode" }
    /// Shows no children, so that `dump` prints nothing.
    public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
