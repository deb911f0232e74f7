import Vocabulary

/// The ages and sexes of the population of France, in bands of five years.
enum AgePyramid {
    /// Per mille of the population aged 0–4, 5–9, … 95–99; rounded from INSEE's estimates of the early 2020s.
    static let perMille = [49, 57, 61, 62, 60, 57, 59, 61, 62, 60, 66, 65, 62, 58, 56, 44, 27, 20, 11, 3]

    /// Draws a birth date: at least 30 days and less than 100 years before today.
    static func birthDate(today: CivilDate, _ random: inout SeededGenerator) -> CivilDate {
        var left = random.below(perMille.reduce(0, +))
        var band = 0
        while band < perMille.count - 1, left >= perMille[band] {
            left -= perMille[band]
            band += 1
        }
        return today.adding(-max(30, band * 1826 + random.below(1826)))
    }

    /// Draws the sex: 49 % women under 50 years, 52 % to 75, then more with age (INSEE).
    static func isFemale(age: Int, _ random: inout SeededGenerator) -> Bool {
        random.chance(age < 50 ? 0.49 : age < 75 ? 0.52 : age < 85 ? 0.58 : 0.68)
    }
}
