import Crypto
import Vocabulary

/// The public key of a passkey: one that its algorithm can use, in the one form that it has here.
public struct PasskeyKey: Hashable, Sendable {
    /// How it signs, by COSE's numbers (RFC 9053 §2, RFC 8812 §2).
    public enum Algorithm: Int, Hashable, Sendable, CaseIterable {
        /// ECDSA over P-256 with SHA-256.
        case es256 = -7
        /// Ed25519.
        case edDSA = -8
        /// RSASSA-PKCS1-v1_5 with SHA-256, 2,048 bits, exponent 65,537: TPMs that know nothing else.
        case rs256 = -257
    }

    /// How it signs.
    public let algorithm: Algorithm
    /// ES256: x, y, 64 bytes. EdDSA: 32 bytes. RS256: modulus, exponent, 259 bytes.
    public let bytes: [UInt8]

    /// Reads a stored key. Throws ``PasskeyError/key`` for other lengths, points not on the curve and other exponents.
    public init(algorithm: Algorithm, bytes: [UInt8]) throws(PasskeyError) {
        self.algorithm = algorithm
        self.bytes = bytes
        guard bytes.count == algorithm.parts.reduce(0, { $0 + $1.count }) else { throw .key }
        guard algorithm != .rs256 || bytes.suffix(3) == [1, 0, 1] else { throw .key }
        guard unsafe withFIDO2({ _ in true }) else { throw .key }
    }

    init(_ key: P256.Signing.PublicKey) {
        algorithm = .es256
        bytes = Array(key.rawRepresentation)
    }

    /// Reads a COSE_Key (RFC 9052 §7, WebAuthn L3 §5.8.5) that has the members of its algorithm and no other. Throws
    /// ``PasskeyError/algorithm`` or ``PasskeyError/key``.
    init(cose: CBORItem) throws(PasskeyError) {
        guard case .map(let members) = cose, case .integer(let number)? = members[3] else { throw .key }
        guard let algorithm = Algorithm(rawValue: number) else { throw .algorithm }
        let (fixed, parts) = (algorithm.fixed, algorithm.parts)
        guard members.count == fixed.count + parts.count + 1 else { throw .key }
        guard fixed.allSatisfy({ members[$0.label] == $0.value }) else { throw .key }
        var bytes = [UInt8]()
        for (label, count) in parts {
            guard case .bytes(let part)? = members[label], part.count == count else { throw .key }
            bytes += part
        }
        try self.init(algorithm: algorithm, bytes: bytes)
    }
}

extension PasskeyKey.Algorithm {
    /// The members of a COSE_Key that say which kind of key and which curve.
    fileprivate var fixed: [(label: CBORItem, value: CBORItem)] {
        switch self {
        case .es256: [(1, 2), (-1, 1)]
        case .edDSA: [(1, 1), (-1, 6)]
        case .rs256: [(1, 3)]
        }
    }

    /// The members that hold the key, with their lengths.
    fileprivate var parts: [(label: CBORItem, count: Int)] {
        switch self {
        case .es256: [(-2, 32), (-3, 32)]
        case .edDSA: [(-2, 32)]
        case .rs256: [(-1, 256), (-2, 3)]
        }
    }
}
