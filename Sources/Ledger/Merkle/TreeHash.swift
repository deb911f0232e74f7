import Crypto

/// The hashing of RFC 6962 section 2.1 (SHA-256): 0x00 before a leaf, 0x01 before two children.
public enum TreeHash {
    /// The root of the tree without entries: SHA-256 of nothing.
    public static let empty = Hash(digest: SHA256.hash(data: [UInt8]()))

    /// The leaf hash of an entry.
    public static func leaf(_ entry: [UInt8]) -> Hash { leaf(entry.span) }

    /// The leaf hash of an entry.
    public static func leaf(_ entry: Span<UInt8>) -> Hash {
        var hasher = SHA256()
        var prefix: UInt8 = 0
        unsafe withUnsafeBytes(of: &prefix) { unsafe hasher.update(bufferPointer: $0) }
        unsafe entry.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
        return Hash(digest: hasher.finalize())
    }

    /// The hash of an inner node.
    public static func node(_ left: Hash, _ right: Hash) -> Hash {
        let block = (left.words, right.words)
        var hasher = SHA256()
        var prefix: UInt8 = 1
        unsafe withUnsafeBytes(of: &prefix) { unsafe hasher.update(bufferPointer: $0) }
        unsafe withUnsafeBytes(of: block) { unsafe hasher.update(bufferPointer: $0) }
        return Hash(digest: hasher.finalize())
    }

    /// The root over complete hashes, in order: RFC 6962's MTH where each input already is a node of equal height.
    package static func fold(_ hashes: ArraySlice<Hash>) -> Hash {
        var tree = CompactTree()
        for hash in hashes { tree.append(hash) }
        return tree.root
    }
}
