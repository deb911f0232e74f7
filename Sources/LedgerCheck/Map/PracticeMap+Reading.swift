import Ledger
import LedgerMap

extension PracticeMap {
    /// The longest side file that is read: about five million practices.
    public static let fileLimit = 256 << 20

    /// Reads a side file; it is believed only once its ``root`` equals a ledger's. Throws `malformed` or `oversized`.
    public init(decoding bytes: [UInt8]) throws(LedgerError) {
        guard bytes.count <= PracticeMap.fileLimit else { throw LedgerError(.oversized) }
        guard bytes.count >= 24, bytes.starts(with: PracticeMap.magic),
            (bytes.count - 24) % PracticeMap.leafLength == 0,
            BigEndian.read(bytes[16..<24]) == UInt64((bytes.count - 24) / PracticeMap.leafLength)
        else { throw LedgerError(.malformed) }
        var heads: [PracticeKey: PracticeHead] = [:]
        var previous: PracticeKey?
        for start in stride(from: 24, to: bytes.count, by: PracticeMap.leafLength) {
            let n = Int64(bitPattern: BigEndian.read(bytes[start + 16..<start + 24]))
            guard let key = PracticeKey(bytes[start..<start + 16]), previous.map({ $0 < key }) ?? true, n > 0,
                let head = Hash(bytes[start + 24..<start + 56])
            else { throw LedgerError(.malformed, position: UInt64(start)) }
            heads[key] = PracticeHead(n: n, head: head)
            previous = key
        }
        self.init(size: BigEndian.read(bytes[8..<16]), heads: heads)
    }
}
