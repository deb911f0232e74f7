import Ledger

extension PracticeMap {
    package static let magic = Array("CLQPMAP1".utf8)
    package static let leafLength = 16 + 8 + 32

    /// The side file: magic `CLQPMAP1`, size and number of practices as 8 bytes each, then the leaves in order.
    public func encode() -> [UInt8] {
        var out = PracticeMap.magic
        BigEndian.append(size, bytes: 8, to: &out)
        BigEndian.append(UInt64(count), bytes: 8, to: &out)
        for practice in practices { if let head = self[practice] { out += PracticeMap.leaf(practice, head) } }
        return out
    }
}
