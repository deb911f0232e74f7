import Crypto
import Sealing
import Vocabulary

/// What a `stored` entry of the ledger carries: the digest of one stored version, or the root over many.
public struct DepositDigest: Hashable, Sendable, CustomStringConvertible {
    /// Bytes in a digest.
    public static let byteCount = 32
    /// 32 bytes.
    public let bytes: [UInt8]

    /// Reads 32 bytes; nil for any other count.
    public init?(bytes: [UInt8]) {
        guard bytes.count == DepositDigest.byteCount else { return nil }
        self.bytes = bytes
    }

    private init(_ digest: SHA256.Digest) { bytes = digest.array }

    /// SHA-256 over the length-prefixed fields: format, type, id, version, SHA-256 of the manifest, then for each part
    /// in tier order the tier and the part's digest. Throws `malformed` for a type or id that no part can have.
    public static func version(
        type: String, id: String, version: UInt64, manifest: [UInt8], parts: [Tier: PartDigest]
    ) throws(SealingError) -> DepositDigest {
        guard PartName.isName(type), PartName.isName(id) else { throw SealingError(.malformed, "version digest") }
        var list = FieldList(.version)
        list.add(type)
        list.add(id)
        list.add(version)
        list.add(SHA256.hash(data: manifest).array)
        for tier in Tier.allCases {
            guard let part = parts[tier] else { continue }
            list.add(tier)
            list.add(part.bytes)
        }
        return DepositDigest(SHA256.hash(data: list.bytes))
    }

    /// The Merkle tree hash of the digests in their order (RFC 6962 §2.1); of none, SHA-256 of nothing.
    public static func merkleRoot(_ digests: [DepositDigest]) -> DepositDigest {
        var complete = [(height: Int, hash: SHA256.Digest)]()
        for digest in digests {
            var node = (height: 0, hash: leaf(digest))
            while let left = complete.last, left.height == node.height {
                complete.removeLast()
                node = (node.height + 1, join(left.hash, node.hash))
            }
            complete.append(node)
        }
        guard var root = complete.popLast()?.hash else { return DepositDigest(SHA256.hash(data: [UInt8]())) }
        while let left = complete.popLast() { root = join(left.hash, root) }
        return DepositDigest(root)
    }

    private static func leaf(_ digest: DepositDigest) -> SHA256.Digest {
        var message = [UInt8]()
        message.reserveCapacity(1 + byteCount)
        message.append(0)
        message.append(contentsOf: digest.bytes)
        return SHA256.hash(data: message)
    }

    private static func join(_ left: SHA256.Digest, _ right: SHA256.Digest) -> SHA256.Digest {
        var message = [UInt8]()
        message.reserveCapacity(1 + 2 * byteCount)
        message.append(1)
        unsafe left.withUnsafeBytes { unsafe message.append(contentsOf: $0) }
        unsafe right.withUnsafeBytes { unsafe message.append(contentsOf: $0) }
        return SHA256.hash(data: message)
    }

    /// Lower-case hexadecimal.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension SHA256.Digest {
    /// The 32 bytes.
    var array: [UInt8] { unsafe withUnsafeBytes { unsafe Array($0) } }
}
