import Vocabulary

extension CivilDate {
    /// Whether it is one of the eleven public holidays of metropolitan France (Code du travail, art. L3133-1).
    public var isFrenchHoliday: Bool {
        let (year, month, day) = components
        switch (month, day) {
        case (1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25): return true
        default:
            let sinceEaster = days - CivilDate.easter(year: year).days
            return sinceEaster == 1 || sinceEaster == 39 || sinceEaster == 50
        }
    }

    /// Whether offices are shut: a Sunday or a public holiday.
    public var isClosed: Bool { weekday == 7 || isFrenchHoliday }

    /// Minutes that French clocks are ahead of UTC at noon: 120 from the last Sunday of March to that of October.
    var parisOffset: Int {
        let (year, month, _) = components
        if month < 3 || month > 10 { return 60 }
        if month > 3 && month < 10 { return 120 }
        let lastOfMonth = CivilDate(year: year, month: month, day: 31)
        let change = lastOfMonth.adding(-(lastOfMonth.weekday % 7))
        return (self >= change) == (month == 3) ? 120 : 60
    }

    /// Easter Sunday by the anonymous Gregorian computus (Nature, 20 April 1876).
    static func easter(year: Int) -> CivilDate {
        let a = year % 19
        let (b, c) = (year / 100, year % 100)
        let g = (b - (b + 8) / 25 + 1) / 3
        let h = (19 * a + b - b / 4 - g + 15) % 30
        let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
        let m = (a + 11 * h + 22 * l) / 451
        let n = h + l - 7 * m + 114
        return CivilDate(year: year, month: n / 31, day: n % 31 + 1)
    }
}
