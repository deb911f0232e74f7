import Ledger

/// The last head of a practice's access log that the ledger holds.
struct AccessHead {
    /// How many lines it covers.
    let size: Int64
    /// SHA-256 of the last of them.
    let head: Hash
    /// When it was entered; milliseconds.
    let time: Int64
}
