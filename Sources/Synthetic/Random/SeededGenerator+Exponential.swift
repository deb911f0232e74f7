extension SeededGenerator {
    /// A waiting time with mean 1, exponentially distributed.
    ///
    /// Whole half-lives are counted by coin throws; the rest is −ln(1 − x) for x below one half, by the series of
    /// 2 artanh(x / (2 − x)), which is exact to 1e-11 after ten terms.
    mutating func exponential() -> Double {
        var halfLives = 0.0
        while next() & 1 == 1, halfLives < 60 { halfLives += 1 }
        let x = unit() / 2
        let z = x / (2 - x)
        var power = z
        var sum = 0.0
        for term in 0..<10 {
            sum += power / Double(2 * term + 1)
            power *= z * z
        }
        return halfLives * 0.693_147_180_559_945_3 + 2 * sum
    }
}
