import Ledger

/// Writes the canonical bytes of entries without the detour over values: a hundred million of them have to be made.
/// `PlantedLedger` reads some back with the strict reader.
struct EntryText {
    /// A practice's place in the ledger's bytes.
    struct Chain {
        let practice: [UInt8]
        var n = 0
        var head = Hash.zero
    }

    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(1_024) }

    mutating func begin() {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(UInt8(ascii: "{"))
    }

    mutating func end() { bytes.append(UInt8(ascii: "}")) }

    private mutating func name(_ key: StaticString) {
        if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(UInt8(ascii: "\""))
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    mutating func word(_ key: StaticString, _ value: [UInt8]) {
        name(key)
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: value)
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func word(_ key: StaticString, _ value: StaticString) {
        name(key)
        bytes.append(UInt8(ascii: "\""))
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: value.utf8Start, count: value.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
    }

    mutating func integer(_ key: StaticString, _ value: Int) {
        name(key)
        var digits: (UInt64, UInt64, UInt64) = (0, 0, 0)
        let count = unsafe withUnsafeMutableBytes(of: &digits) { buffer in
            var (rest, count) = (value, 0)
            repeat {
                unsafe buffer[23 - count] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
                count += 1
            } while rest > 0
            return count
        }
        unsafe withUnsafeBytes(of: digits) { unsafe bytes.append(contentsOf: $0[(24 - count)...]) }
    }

    mutating func flag(_ key: StaticString, _ value: Bool) {
        name(key)
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }

    mutating func hash(_ key: StaticString, _ value: Hash) {
        name(key)
        bytes.append(UInt8(ascii: "\""))
        for byte in value.bytes {
            bytes.append(EntryText.digits[Int(byte >> 4)])
            bytes.append(EntryText.digits[Int(byte & 15)])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
