import Vocabulary

/// Bounds how many assertions of one holder count, however soon they expire, so that a stolen key cannot fill the ledger with
/// sessions.
struct SignInRate {
    /// Assertions of one holder within ``length``.
    static let maximum = 300
    /// Milliseconds.
    static let length: Int64 = 300_000
    private var since = Timestamp(milliseconds: 0)
    private var counts: [Holder: Int] = [:]

    /// Counts one; false when the holder has used up what it may for now.
    mutating func admit(_ holder: Holder, now: Timestamp) -> Bool {
        if now >= since.adding(milliseconds: SignInRate.length) {
            since = now
            counts = [:]
        }
        guard counts[holder, default: 0] < SignInRate.maximum else { return false }
        counts[holder, default: 0] += 1
        return true
    }
}
