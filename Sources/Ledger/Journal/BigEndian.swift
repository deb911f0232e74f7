/// Fixed-width big-endian integers in byte arrays.
package enum BigEndian {
    package static func append(_ value: UInt64, bytes count: Int, to out: inout [UInt8]) {
        for index in (0..<count).reversed() { out.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index))) }
    }

    package static func read(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}
