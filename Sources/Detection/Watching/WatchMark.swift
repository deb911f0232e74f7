import Vocabulary

/// A place in all sources from which can be read again.
struct WatchMark: Codable, Hashable {
    /// The newest time that the engine had seen; nil before the first event with a time.
    var latest: Timestamp?
    /// By source: events done.
    var counts: [String: Int64]
    /// By source: the state file of its offsets, as text.
    var offsets: [String: String]

    /// ``latest`` in milliseconds; before all others when there is none.
    var moment: Int64 { latest?.milliseconds ?? .min / 4 }
}
