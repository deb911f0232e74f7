/// A distribution given by its quantiles, straight between two of them: readable as data, tails included.
struct Quantiles: Sendable {
    /// Share of the cases (0 to 1, rising) and the value below which they lie.
    let points: [(share: Double, value: Double)]

    /// Takes the quantiles, from share 0 to share 1.
    init(_ points: [(share: Double, value: Double)]) { self.points = points }

    /// The value at a share.
    func value(at share: Double) -> Double {
        guard let first = points.first, let last = points.last else { return 0 }
        guard share > first.share else { return first.value }
        var before = first
        for point in points {
            if share <= point.share { return Self.between(before, point, at: share) }
            before = point
        }
        return last.value
    }

    /// Draws a value.
    func draw(_ random: inout SeededGenerator) -> Double { value(at: random.unit()) }

    /// Draws a count: the value times a factor, rounded at random so that the mean is kept.
    func count(_ random: inout SeededGenerator, times factor: Double = 1) -> Int {
        let value = draw(&random) * factor
        let whole = Int(value)
        return random.unit() < value - Double(whole) ? whole + 1 : whole
    }

    /// The mean of the distribution.
    var mean: Double {
        zip(points, points.dropFirst()).reduce(0) { sum, pair in
            sum + (pair.1.share - pair.0.share) * (pair.0.value + pair.1.value) / 2
        }
    }

    private static func between(
        _ a: (share: Double, value: Double), _ b: (share: Double, value: Double), at share: Double
    )
        -> Double
    {
        guard b.share > a.share else { return b.value }
        return a.value + (b.value - a.value) * (share - a.share) / (b.share - a.share)
    }
}
