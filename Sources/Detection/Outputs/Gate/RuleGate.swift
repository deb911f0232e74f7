import Vocabulary

/// What a ``FindingGate`` knows of a rule: its permits, and the greatest measure it told lately.
struct RuleGate: Sendable, Codable {
    var bucket: TokenBucket
    /// The greatest measure told since ``since``.
    var greatest: Double = 0
    /// Set anew after each re-notify time.
    var since: Timestamp

    init(bucket: TokenBucket, since: Timestamp) { (self.bucket, self.since) = (bucket, since) }
}
