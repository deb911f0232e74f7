/// Lines that wait for those that complete them, within the limits of a record.
struct HeldLines: Sendable {
    private(set) var bytes: [UInt8] = []
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    /// Joins a line, with a separator before it unless it is the first; false, and nothing is joined, beyond the
    /// limits.
    mutating func add(_ line: some Collection<UInt8>, separator: UInt8?) -> Bool {
        guard bytes.count + line.count < SourceLimits.record, count < SourceLimits.recordLines else { return false }
        if count > 0, let separator { bytes.append(separator) }
        bytes.append(contentsOf: line)
        count += 1
        return true
    }

    /// Forgets them; the buffer is kept unless it has grown large.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: bytes.count < 65_536)
        count = 0
    }
}
