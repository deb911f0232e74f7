import Testing
import Vocabulary

@testable import Response

@Suite("An incident's summary")
struct IncidentSummaryTests {
    @Test(
        "Numbers and addresses that lead to a person are taken out",
        arguments: [
            ("Call 06 12 34 56 78 now", "Call [removed] now"), ("+33 6.12.34.56.78.", "[removed]."),
            ("0612345678", "[removed]"), ("06-12-34-56-78", "[removed]"),
            ("NIR 2 55 08 14 168 025 38, yes", "NIR [removed], yes"), ("2550814168025", "[removed]"),
            ("1 55 08 2A 168 025", "[removed]"), ("2-55-08-14-168-025", "[removed]"),
            ("write to a.b@example.org please", "write to [removed] please"),
        ])
    func personal(text: String, expected: String) { #expect(ImpersonalText.of(text) == expected) }

    @Test(
        "What is not personal stays",
        arguments: [
            "On 2025-11-14 08:30:15, 15 000 000 records", "at 2025-11-14T08:30:00.000Z", "T1078.004, @ and @here",
            "0192f00d-5eed-4abc-9abc-def012345678", "", "1 500 practices; 4,000,000 duplicates", "port 8443 - 2026",
        ])
    func impersonal(text: String) { #expect(ImpersonalText.of(text) == text) }

    @Test func wrongInputIsRefused() throws {
        #expect(throws: IncidentSummaryError.badCountry) { try IncidentSummary.Victim(name: "a", country: "fr") }
        for industry in ["", "5", "5132101", "99", "51321x", "00"] {
            #expect(throws: IncidentSummaryError.badIndustry) {
                try IncidentSummary.Victim(name: "a", industry: industry)
            }
        }
        for id in ["T107", "T1078.04", "t1078", "T1078.0044", "T1078-004", "TA0001", "T10é8"] {
            #expect(throws: IncidentSummaryError.badTechnique) { try IncidentSummary.Technique(id: id, name: "a") }
        }
        let scope = SampleScope.scope([:])
        #expect(throws: IncidentSummaryError.practiceTwice) {
            try SampleIncident.summary(practices: [scope, scope])
        }
        #expect(IncidentSummary.Observable.addressHash([1, 2, 3]) == nil)
    }

    @Test func tooMuchIsRefused() throws {
        let sessions = (0...IncidentSummary.maximumObservables).map { number in
            IncidentSummary.Observable.session(SessionID(high: 1, low: UInt64(number)))
        }
        #expect(throws: IncidentSummaryError.tooManyObservables) {
            try SampleIncident.summary(practices: [], observables: sessions)
        }
        let practices = (0...IncidentSummary.maximumPractices).map { number in
            PracticeScope(practice: PracticeID(high: 0, low: UInt64(number)), tiers: [], people: Bounds(0))
        }
        #expect(throws: IncidentSummaryError.tooManyPractices) { try SampleIncident.summary(practices: practices) }
    }

    @Test func totalsKeepBoundsApart() {
        let practices = [
            SampleScope.scope([.identity: Bounds(10), .medical: Bounds(4), .restricted: Bounds(6)]),
            SampleScope.scope(
                [.identity: Bounds(lower: 5, upper: 20, reasons: [.contradiction])], of: SampleIncident.practice(1)),
            SampleScope.scope([.medical: .unknown(.unverifiedRest)], of: SampleIncident.practice(2)),
            SampleScope.scope([:], of: SampleIncident.practice(3)),
        ]
        let totals = ScopeTotals(practices)
        #expect(totals.tiers[.identity] == Bounds(lower: 15, upper: 30, reasons: [.contradiction]))
        #expect(totals.care == Bounds(lower: 6, upper: nil, reasons: [.unverifiedRest]))
        #expect(totals.people.lower == 10 && totals.people.upper == nil)
        #expect(totals.people.reasons == [.contradiction, .unverifiedRest, .notInLedger])
        #expect(totals.affected.count == 2 && totals.mayBeAffected == 1)
    }

    @Test(
        "Unknown is written apart from zero",
        arguments: [
            (Bounds(0), "0"), (Bounds(7), "7"), (Bounds.unknown(.notInLedger), "unknown, not zero (not-in-ledger)"),
            (Bounds(lower: 3, upper: nil, reasons: [.contradiction]), "at least 3, no upper bound (contradiction)"),
            (Bounds(lower: 0, upper: 9, reasons: [.contradiction]), "at least 0, at most 9 (contradiction)"),
        ])
    func words(bounds: Bounds, expected: String) { #expect(ScopeTotals.words(bounds) == expected) }
}
