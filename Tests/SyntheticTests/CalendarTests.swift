import Testing
import Vocabulary

@testable import Synthetic

@Suite struct CalendarTests {
    @Test func datesGoThereAndBack() {
        for days in stride(from: -40_000, through: 40_000, by: 7) {
            let (year, month, day) = CivilDate(days: days).components
            #expect(CivilDate(year: year, month: month, day: day).days == days)
        }
        #expect(CivilDate(year: 2026, month: 3, day: 2).description == "2026-03-02")
        #expect(CivilDate(year: 2026, month: 3, day: 2).weekday == 1)
    }

    @Test func frenchHolidays() {
        #expect(CivilDate.easter(year: 2026) == CivilDate(year: 2026, month: 4, day: 5))
        #expect(CivilDate.easter(year: 2024) == CivilDate(year: 2024, month: 3, day: 31))
        let year = (0..<365).map { CivilDate(year: 2026, month: 1, day: 1).adding($0) }
        #expect(year.count { $0.isFrenchHoliday } == 11)
        #expect(CivilDate(year: 2026, month: 5, day: 14).isFrenchHoliday)
    }

    @Test func summerTime() {
        #expect(CivilDate(year: 2026, month: 3, day: 28).parisOffset == 60)
        #expect(CivilDate(year: 2026, month: 3, day: 29).parisOffset == 120)
        #expect(CivilDate(year: 2026, month: 10, day: 24).parisOffset == 120)
        #expect(CivilDate(year: 2026, month: 10, day: 25).parisOffset == 60)
        #expect(CivilDate(year: 2026, month: 7, day: 1).parisOffset == 120)
    }
}
