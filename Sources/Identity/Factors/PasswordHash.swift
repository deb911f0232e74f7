import CArgon2
import Vocabulary

/// What is stored of a password: Argon2id (RFC 9106) of it under a random salt, as text
/// `$argon2id$v=19$m=65536,t=3,p=1$salt$hash`.
///
/// To hash and to compare takes about a quarter of a second of one core, and the memory of ``Work``: call it on threads of
/// its own, never on the cooperative pool, and let few run at a time. For an unknown person compare with ``decoy``.
public struct PasswordHash: Sendable {
    private static let saltLength = 16
    private static let hashLength = 32

    /// How much work it was, and is to compare.
    public let work: Work
    private let salt: [UInt8]
    private let hash: [UInt8]

    /// Hashes a password under a new salt of 128 random bits. Throws ``IdentityError/passwordHash`` for work that is not
    /// allowed and ``IdentityError/resources`` when there is no memory for it.
    public init(of password: Password, work: Work = .standard) throws(IdentityError) {
        guard work.isAllowed else { throw .passwordHash }
        let salt = PasswordHash.random(PasswordHash.saltLength)
        hash = try PasswordHash.argon2id(password.bytes, salt: salt, work, count: PasswordHash.hashLength)
        (self.work, self.salt) = (work, salt)
    }

    /// Reads ``text`` and nothing else: a salt of 16 bytes, a hash of 32, work within its limits. Throws
    /// ``IdentityError/passwordHash``.
    public init(text: String) throws(IdentityError) {
        guard text.utf8.count <= 128 else { throw .passwordHash }
        let parts = text.split(separator: "$", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6, let salt = PasswordHash.bytes(parts[4]), let hash = PasswordHash.bytes(parts[5]) else {
            throw .passwordHash
        }
        let numbers = parts[3].split(separator: ",").compactMap { UInt32($0.dropFirst(2)) }
        guard numbers.count == 3, salt.count == PasswordHash.saltLength, hash.count == PasswordHash.hashLength else {
            throw .passwordHash
        }
        self.init(work: Work(memory: numbers[0], passes: numbers[1], lanes: numbers[2]), salt: salt, hash: hash)
        guard work.isAllowed, self.text == text else { throw .passwordHash }
    }

    private init(work: Work, salt: [UInt8], hash: [UInt8]) {
        (self.work, self.salt, self.hash) = (work, salt, hash)
    }

    /// The text to be stored, of one form (the PHC string format).
    public var text: String {
        let (salt, hash) = (PasswordHash.base64(salt), PasswordHash.base64(hash))
        return "$argon2id$v=19$m=\(work.memory),t=\(work.passes),p=\(work.lanes)$\(salt)$\(hash)"
    }

    /// Whether it is this password's. Throws ``IdentityError/resources``.
    public func matches(_ password: Password) throws(IdentityError) -> Bool {
        try PasswordHash.argon2id(password.bytes, salt: salt, work, count: hash.count).matches(hash)
    }

    /// Nobody's: a random hash of the standard work. Comparing with it costs what comparing with a person's does.
    public static let decoy = PasswordHash(work: .standard, salt: random(saltLength), hash: random(hashLength))

    /// Argon2id, version 19, of libargon2.
    static func argon2id(
        _ password: SecretBytes, salt: [UInt8], _ work: Work, count: Int
    ) throws(IdentityError) -> [UInt8] {
        var out = [UInt8](repeating: 0, count: count)
        let status = unsafe password.withUnsafeBytes { bytes in
            unsafe argon2id_hash_raw(
                work.passes, work.memory, work.lanes, bytes.baseAddress, bytes.count, salt, salt.count, &out, count)
        }
        guard status == ARGON2_OK.rawValue else { throw .resources }
        return out
    }

    private static func random(_ count: Int) -> [UInt8] {
        unsafe SecretBytes.random(count: count).withUnsafeBytes { unsafe Array($0) }
    }

    /// Base64 without padding (RFC 4648 §4).
    private static func base64(_ bytes: [UInt8]) -> String {
        Base64URL.text(bytes).replacing("-", with: "+").replacing("_", with: "/")
    }

    private static func bytes(_ base64: String) -> [UInt8]? {
        Base64URL.decode(base64.replacing("+", with: "-").replacing("/", with: "_").utf8)
    }
}

extension PasswordHash: CustomStringConvertible, CustomReflectable {
    /// The work only.
    public var description: String { "PasswordHash(m=\(work.memory), t=\(work.passes), p=\(work.lanes))" }
    /// Shows no children, so that `dump` prints nothing.
    public var customMirror: Mirror { Mirror(self, children: [(label: String?, value: Any)]()) }
}
