import Vocabulary

/// The 16 bytes that stand for a folded value in one field of one practice.
public struct IndexToken: Hashable, Sendable {
    /// The bytes, as two big-endian halves.
    let block: ID<IndexToken>

    /// Reads 16 bytes; nil for any other count.
    public init?(bytes: some Collection<UInt8>) {
        guard let block = ID<IndexToken>(bytes: bytes) else { return nil }
        self.block = block
    }

    init(_ block: ID<IndexToken>) { self.block = block }

    /// The 16 bytes.
    public var bytes: [UInt8] { block.bytes }
}
