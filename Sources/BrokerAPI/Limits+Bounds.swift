import Vocabulary

extension Limits {
    /// The bound table: what one stolen session of a profile opens at most in each tier, new to the account.
    ///
    /// A member's is its limit, and beyond it what the care floor lets through: expected patients (which another must have
    /// booked) and emergency openings (each told to the practice). A sliding day can touch the usual day of two calendar days, but
    /// expected patients are counted in a sliding day too, so one usual day is the bound. Patients that the account itself opened
    /// in the last 30 days stay open to it: at most the 30-day column.
    public var bounds: [BoundRow] {
        Role.allCases.flatMap { role -> [BoundRow] in
            let profile = self[role]
            let floor = Access.may(role, .emergency) ? profile.usualDay + emergencies : 0
            func row(_ tier: String, _ limit: Limit, _ floor: Int) -> BoundRow {
                BoundRow(
                    role: role, tier: tier, hour: Int64(limit.hour + floor), day: Int64(limit.day + floor),
                    month: Int64(limit.month + floor * 30))
            }
            let tiers = Tier.allCases.map { tier in
                let isReadable = Access.readable(role).contains(tier)
                return row(tier.word, isReadable ? profile[tier] : Limit(0, 0, 0), isReadable ? floor : 0)
            }
            return tiers + [row("dormant", profile.dormant, floor)]
        }
    }
}
