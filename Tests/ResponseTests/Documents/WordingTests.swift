import Testing
import Vocabulary

@testable import Response

@Suite("Numbers, dates and bounds in words")
struct WordingTests {
    private let french = Wording(.french)
    private let english = Wording(.english)
    private static let summer = CivilDate(year: 2026, month: 8, day: 1)

    private func moment(_ year: Int, _ month: Int, _ day: Int, _ hour: Int, _ minute: Int) -> Timestamp {
        let date = CivilDate(year: year, month: month, day: day)
        return Timestamp(seconds: Int64(date.days) * 86_400 + Int64(hour * 3600 + minute * 60))
    }

    @Test func thousands() {
        #expect(french.number(15_000_000) == "15\u{202F}000\u{202F}000")
        #expect(english.number(15_000_000) == "15,000,000")
        #expect(french.number(999) == "999")
        #expect(french.number(0) == "0")
        #expect(french.number(-1_204) == "−1\u{202F}204")
        #expect(french.number(.min) == "−9\u{202F}223\u{202F}372\u{202F}036\u{202F}854\u{202F}775\u{202F}808")
    }

    @Test func dates() {
        let moment = moment(2026, 11, 27, 13, 5)
        #expect(french.time(moment) == "27\u{A0}novembre\u{A0}2026 à 14\u{A0}h\u{A0}05 (heure de Paris)")
        #expect(english.time(moment) == "27\u{A0}November\u{A0}2026 at 14:05 (Paris time)")
        #expect(french.shortTime(moment) == "27/11/2026 14:05")
        #expect(english.shortTime(moment) == "2026-11-27 14:05")
    }

    @Test func theFirstOfAMonth() {
        #expect(french.day(moment(2026, 7, 31, 22, 0)) == "1er\u{A0}août\u{A0}2026")
        #expect(english.day(moment(2026, 7, 31, 22, 0)) == "1\u{A0}August\u{A0}2026")
    }

    @Test("Summer time begins and ends at 01:00 UTC of the last Sunday")
    func summerTime() {
        #expect(french.shortTime(moment(2026, 3, 29, 0, 59)) == "29/03/2026 01:59")
        #expect(french.shortTime(moment(2026, 3, 29, 1, 0)) == "29/03/2026 03:00")
        #expect(french.shortTime(moment(2026, 10, 25, 0, 59)) == "25/10/2026 02:59")
        #expect(french.shortTime(moment(2026, 10, 25, 1, 0)) == "25/10/2026 02:00")
        #expect(french.shortTime(moment(2026, 12, 31, 23, 30)) == "01/01/2027 00:30")
        #expect(french.shortTime(moment(2024, 3, 31, 1, 0)) == "31/03/2024 03:00")
    }

    @Test("Bounds in words; unknown is no zero")
    func bounds() {
        let between = Bounds(lower: 12, upper: 30, reasons: [.exportGaps])
        #expect(french.bounds(between) == "au moins\u{A0}12, au plus\u{A0}30")
        #expect(english.bounds(between) == "at least\u{A0}12, at most\u{A0}30")
        #expect(french.bounds(Bounds(0)) == "0")
        #expect(french.bounds(.unknown(.noAccessLog)) == "inconnu")
        #expect(english.bounds(.unknown(.noAccessLog)) == "unknown")
        #expect(french.bounds(Bounds(lower: 0, upper: 30, reasons: [])) == "au plus\u{A0}30")
        let open = Bounds(lower: 1_204, upper: nil, reasons: [.foreignEvidence])
        #expect(french.bounds(open) == "au moins\u{A0}1\u{202F}204, maximum inconnu")
        #expect(english.bounds(open) == "at least\u{A0}1,204, maximum unknown")
    }

    @Test("Every reason has its words", arguments: BoundReason.allCases)
    func reasons(reason: BoundReason) {
        #expect(!french.reason(reason).isEmpty && !english.reason(reason).isEmpty)
        #expect(french.reason(reason) != english.reason(reason))
    }

    @Test("The deadline is 72 hours after the practice's awareness, across a change of the clocks too")
    func deadline() {
        let facts = NotificationFacts(awareness: moment(2026, 10, 24, 12, 0))
        #expect(french.time(facts.awareness) == "24\u{A0}octobre\u{A0}2026 à 14\u{A0}h\u{A0}00 (heure de Paris)")
        #expect(french.time(facts.deadline) == "27\u{A0}octobre\u{A0}2026 à 13\u{A0}h\u{A0}00 (heure de Paris)")
    }
}
