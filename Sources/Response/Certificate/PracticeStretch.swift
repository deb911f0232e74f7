import Ledger

/// A practice's entries between two `index` entries, whole and in order.
struct PracticeStretch {
    /// The entries, each behind its length in two bytes, as in a bundle.
    var bytes: [UInt8] = []
    /// Each entry's place in the ledger.
    var places: [UInt64] = []

    mutating func append(_ entry: Span<UInt8>, at place: UInt64) {
        bytes.append(UInt8(truncatingIfNeeded: entry.count >> 8))
        bytes.append(UInt8(truncatingIfNeeded: entry.count))
        unsafe entry.withUnsafeBytes { unsafe bytes.append(contentsOf: $0) }
        places.append(place)
    }
}
