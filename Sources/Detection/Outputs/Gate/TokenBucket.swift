import Vocabulary

/// Permits that refill with time, in thousandths so that no fraction is lost: so many at once, so many an hour.
struct TokenBucket: Hashable, Sendable, Codable {
    private let capacity: Int64
    private let perHour: Int64
    private var left: Int64
    private var filled: Timestamp
    /// Milliseconds in an hour over thousandths in a permit.
    private static let unit: Int64 = 3_600

    init(_ rate: FindingRate, at now: Timestamp) {
        capacity = Int64(rate.burst) * 1_000
        perHour = Int64(rate.perHour)
        (left, filled) = (capacity, now)
    }

    /// Takes a permit, if one is there beyond a share (in thousandths of the capacity) that is kept for graver ones.
    mutating func take(at now: Timestamp, keeping share: Int64) -> Bool {
        refill(at: now)
        guard left - 1_000 >= capacity / 1_000 * share else { return false }
        left -= 1_000
        return true
    }

    private mutating func refill(at now: Timestamp) {
        guard perHour > 0 else { return }
        let passed = min(max(0, now.milliseconds &- filled.milliseconds), 3_600_000 * 24)
        let gained = passed * perHour / Self.unit
        guard gained > 0 else { return }
        filled =
            left + gained >= capacity ? now : filled.adding(milliseconds: (gained * Self.unit + perHour - 1) / perHour)
        left = min(capacity, left + gained)
    }
}
