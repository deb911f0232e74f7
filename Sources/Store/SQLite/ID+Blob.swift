import Foundation
import Vocabulary

extension ID {
    /// The 16 bytes as a column's value.
    var blob: Data {
        var halves = (high.bigEndian, low.bigEndian)
        return unsafe withUnsafeBytes(of: &halves) { unsafe Data($0) }
    }

    /// Reads a column of 16 bytes; nil for any other length.
    init?(blob: UnsafeRawBufferPointer) {
        guard blob.count == 16 else { return nil }
        let high = unsafe blob.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
        let low = unsafe blob.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
        self.init(high: UInt64(bigEndian: high), low: UInt64(bigEndian: low))
    }
}
