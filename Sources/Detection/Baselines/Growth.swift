/// Growth by a factor in 30 days, day by day.
enum Growth {
    /// The thirtieth root, by bisection: no library of mathematics is needed for it, and it is never above the root.
    static func daily(_ factor: Double) -> Double {
        let factor = min(max(1, factor.isFinite ? factor : 1), 1_000)
        var (low, high) = (1.0, factor)
        for _ in 0..<60 {
            let middle = (low + high) / 2
            var power = 1.0
            for _ in 0..<30 { power *= middle }
            if power <= factor { low = middle } else { high = middle }
        }
        return low
    }

    /// `factor` to the power `days / 30`, for at most three years.
    static func over(days: Int, daily: Double) -> Double {
        var out = 1.0
        for _ in 0..<min(max(0, days), 1_100) { out *= daily }
        return out
    }
}
