import Vocabulary

/// The one line of a root-key file: 32 random bytes, or how to derive them from a passphrase that is asked elsewhere.
///
/// `colloque-root-key-v1 raw KEY` or `colloque-root-key-v1 scrypt LOGN R P SALT CHECK`, fields parted by one space, bytes in
/// base64url without padding, at most one newline at the end.
public struct RootKeyFile: Unprintable {
    private enum Source {
        case raw(SecretBytes)
        case scrypt(ScryptParameters, salt: [UInt8], check: SecretBytes)
    }

    /// Longest file, in bytes.
    public static let maximumBytes = 256
    /// Shortest passphrase for a new file, in bytes.
    public static let minimumPassphrase = 12
    private static let place = "root-key file"
    private static let tag = "colloque-root-key-v1"
    private let source: Source

    /// A new file of 32 random bytes.
    public static func random() -> RootKeyFile { RootKeyFile(source: .raw(.random(count: 32))) }

    /// A new file for a passphrase; `salt` has 16 random bytes. Derives once, which takes a second and 128 MiB.
    /// Throws `wrongPassphrase` under 12 or over 1,024 bytes, `malformed` for another count of salt.
    public static func new(
        passphrase: SecretBytes, salt: [UInt8], parameters: ScryptParameters = .standard
    ) throws(SealingError) -> RootKeyFile {
        guard passphrase.count >= minimumPassphrase else { throw SealingError(.wrongPassphrase, place) }
        guard salt.count == 16 else { throw SealingError(.malformed, place) }
        let key = try RootKey(secret: try parameters.derive(passphrase, salt: salt))
        return RootKeyFile(source: .scrypt(parameters, salt: salt, check: key.check))
    }

    /// Whether ``rootKey(passphrase:)`` needs one.
    public var needsPassphrase: Bool { if case .scrypt = source { true } else { false } }

    /// The key. A raw file takes no passphrase. Throws `wrongPassphrase` when it is missing, superfluous or another one.
    public func rootKey(passphrase: SecretBytes? = nil) throws(SealingError) -> RootKey {
        switch (source, passphrase) {
        case (.raw(let secret), nil): return try RootKey(secret: secret)
        case (.scrypt(let parameters, let salt, let check), let passphrase?):
            let key = try RootKey(secret: try parameters.derive(passphrase, salt: salt))
            let same = unsafe key.check.withUnsafeBytes { unsafe check.equals($0) }
            guard same else { throw SealingError(.wrongPassphrase, RootKeyFile.place) }
            return key
        default: throw SealingError(.wrongPassphrase, RootKeyFile.place)
        }
    }
}

extension RootKeyFile {
    /// Reads a file's contents. Throws `malformed` for anything but the one form, `tooLarge` over 256 bytes.
    public init(contents: SecretBytes) throws(SealingError) {
        guard contents.count <= RootKeyFile.maximumBytes else { throw SealingError(.tooLarge, RootKeyFile.place) }
        let source = unsafe contents.withUnsafeBytes { bytes in
            let line = unsafe bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...]
            return unsafe RootKeyFile.read(line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false))
        }
        guard let source else { throw SealingError(.malformed, RootKeyFile.place) }
        self.init(source: source)
    }

    private static func read(_ fields: [Slice<UnsafeRawBufferPointer>]) -> Source? {
        guard unsafe fields.count >= 3, unsafe fields[0].elementsEqual(tag.utf8) else { return nil }
        if unsafe fields.count == 3, unsafe fields[1].elementsEqual("raw".utf8) {
            return unsafe secret(fields[2], count: 32).map { .raw($0) }
        }
        guard unsafe fields.count == 7, unsafe fields[1].elementsEqual("scrypt".utf8),
            let logN = unsafe number(fields[2]), let blockSize = unsafe number(fields[3]),
            let parallelism = unsafe number(fields[4]),
            let parameters = ScryptParameters(logN: logN, blockSize: blockSize, parallelism: parallelism),
            let salt = unsafe Base64URL.decode(fields[5]), salt.count == 16,
            let check = unsafe secret(fields[6], count: 16)
        else { return nil }
        return .scrypt(parameters, salt: salt, check: check)
    }

    private static func secret(_ field: Slice<UnsafeRawBufferPointer>, count: Int) -> SecretBytes? {
        guard var bytes = unsafe Base64URL.decode(field) else { return nil }
        defer { unsafe bytes.withUnsafeMutableBytes { unsafe wipe($0) } }
        return bytes.count == count ? SecretBytes(bytes) : nil
    }

    /// One or two decimal digits without a leading zero.
    private static func number(_ field: Slice<UnsafeRawBufferPointer>) -> Int? {
        let text = unsafe String(decoding: field, as: UTF8.self)
        guard let value = Int(text), (1...99).contains(value), String(value) == text else { return nil }
        return value
    }

    /// The file's contents, newline included.
    public var contents: SecretBytes {
        var line = Array(RootKeyFile.tag.utf8)
        defer { unsafe line.withUnsafeMutableBytes { unsafe wipe($0) } }
        line.reserveCapacity(RootKeyFile.maximumBytes)
        switch source {
        case .raw(let secret):
            line += " raw ".utf8
            unsafe secret.withUnsafeBytes { unsafe line += Base64URL.encode($0) }
        case .scrypt(let parameters, let salt, let check):
            line += " scrypt \(parameters.logN) \(ScryptParameters.blockSize) \(parameters.parallelism) ".utf8
            line += Base64URL.encode(salt)
            line += " ".utf8
            unsafe check.withUnsafeBytes { unsafe line += Base64URL.encode($0) }
        }
        line += "\n".utf8
        return SecretBytes(line)
    }
}
