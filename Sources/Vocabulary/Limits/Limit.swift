/// How many openings of distinct patients are allowed in an hour, a day and 30 days, all sliding.
public struct Limit: Hashable, Sendable, Codable {
    /// Within 3,600 seconds.
    public var hour: Int
    /// Within 86,400 seconds.
    public var day: Int
    /// Within 30 days.
    public var month: Int

    /// Makes a limit of its three windows.
    public init(_ hour: Int, _ day: Int, _ month: Int) {
        self.hour = hour
        self.day = day
        self.month = month
    }

    /// The number for a window.
    public subscript(window: WindowName) -> Int {
        switch window {
        case .hour: hour
        case .day: day
        case .month: month
        }
    }

    /// All three multiplied and rounded down, at least 1 where there was any.
    public func scaled(by numerator: Int, over denominator: Int) -> Limit {
        func scale(_ value: Int) -> Int { value == 0 ? 0 : max(1, value * numerator / denominator) }
        return Limit(scale(hour), scale(day), scale(month))
    }

    /// Each number raised by the other's.
    public func adding(_ other: Limit) -> Limit { Limit(hour + other.hour, day + other.day, month + other.month) }

    /// The smaller number of each window.
    public func least(_ other: Limit) -> Limit {
        Limit(min(hour, other.hour), min(day, other.day), min(month, other.month))
    }
}

/// The limits of one role.
public struct Profile: Hashable, Sendable, Codable {
    /// By tier, in the order of ``Tier``.
    public var tiers: [Limit]
    /// On patients that are dormant in the tier asked for.
    public var dormant: Limit
    /// The professional's usual day: how many expected patients the care floor lets through.
    public var usualDay: Int

    /// Makes a profile of its parts; `tiers` has one limit for each tier.
    public init(tiers: [Limit], dormant: Limit, usualDay: Int) {
        self.tiers = tiers
        self.dormant = dormant
        self.usualDay = usualDay
    }

    /// All limits in hundredths, at least 1 where there was any; the usual day stays.
    public func scaled(_ percent: Int) -> Profile {
        guard percent != 100 else { return self }
        return Profile(
            tiers: tiers.map { $0.scaled(by: percent, over: 100) }, dormant: dormant.scaled(by: percent, over: 100),
            usualDay: usualDay)
    }

    /// The limit of a tier.
    public subscript(tier: Tier) -> Limit { tiers[Int(tier.rawValue)] }
}
