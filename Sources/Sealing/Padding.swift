import Foundation

/// Padmé padding (Nikitin et al., "Reducing metadata leakage from encrypted files", PoPETs 2019, §4): a length keeps only
/// as many significant bits as its exponent has bits, so it costs at most 12 % and leaks O(log log n).
package enum Padding {
    /// The smallest bucket.
    package static let minimum = 64
    /// Bytes that the exact length takes at the front of a frame.
    package static let prefix = 4

    /// The bucket of a length.
    package static func bucket(_ length: Int) -> Int {
        guard length > minimum else { return minimum }
        let exponent = Int.bitWidth - 1 - length.leadingZeroBitCount
        let kept = Int.bitWidth - exponent.leadingZeroBitCount
        let mask = 1 << (exponent - kept) - 1
        return (length + mask) & ~mask
    }

    /// Exact length in 4 big-endian bytes, the bytes, zeros up to the bucket.
    package static func frame(_ plaintext: [UInt8]) -> [UInt8] {
        let size = bucket(prefix + plaintext.count)
        var frame = [UInt8]()
        frame.reserveCapacity(size)
        frame.append(bigEndian: UInt32(plaintext.count))
        frame.append(contentsOf: plaintext)
        frame.append(contentsOf: repeatElement(0, count: size - frame.count))
        return frame
    }

    /// Reads a frame; nil unless its size is the bucket of its length and its padding is zero.
    package static func unframe(_ frame: Data) -> [UInt8]? {
        unsafe frame.withUnsafeBytes { bytes in
            guard bytes.count >= minimum else { return nil }
            let count = unsafe Int(UInt32(bigEndian: bytes.loadUnaligned(as: UInt32.self)))
            guard bucket(prefix + count) == bytes.count else { return nil }
            let end = prefix + count
            var rest: UInt8 = 0
            for index in end..<bytes.count { unsafe rest |= bytes[index] }
            return rest == 0 ? unsafe [UInt8](UnsafeRawBufferPointer(rebasing: bytes[prefix..<end])) : nil
        }
    }
}
