import Testing
import Vocabulary

@testable import Response

@Suite("Severity of a practice")
struct PracticeSeverityTests {
    private let assessment = SeverityAssessment(circumstances: Circumstances(malicious: Factor(true, .malicious)))

    @Test func worstOfTheTiersThatHavePeople() {
        let severity = assessment.severity(of: SampleScope.scope([.identity: Bounds(40), .contact: Bounds(12)]))
        #expect(severity.worst?.tier == .contact)
        #expect(severity.worst?.severity.score == "4.0")
        #expect(severity.mayBeWorse == nil)
        #expect(severity.hasMoreThan100People == .no)
    }

    @Test func unknownIsNotZero() {
        let unknown = Bounds.unknown(.unverifiedRest)
        let scope = SampleScope.scope([.identity: Bounds(40), .restricted: unknown])
        let severity = assessment.severity(of: scope)
        #expect(severity.worst?.tier == .identity)
        #expect(severity.mayBeWorse?.tier == .restricted)
        #expect(severity.mayBeWorse?.severity.score == "5.0")
        #expect(severity.hasMoreThan100People == .mayBe)
        let onlyUnknown = assessment.severity(of: SampleScope.scope([.medical: unknown]))
        #expect(onlyUnknown.worst == nil)
        #expect(onlyUnknown.mayBeWorse?.tier == .medical)
        let nobody = assessment.severity(of: SampleScope.scope([:]))
        #expect(nobody.worst == nil && nobody.mayBeWorse == nil)
    }

    @Test(
        "An upper bound above zero is a may be too",
        arguments: [
            (Bounds(0), Certainty.no), (Bounds(1), .yes), (Bounds.unknown(.notInLedger), .mayBe),
            (Bounds(lower: 0, upper: 5, reasons: [.contradiction]), .mayBe),
            (Bounds(lower: 2, upper: nil, reasons: [.contradiction]), .yes),
        ])
    func presence(people: Bounds, expected: Certainty) {
        #expect(assessment.severity(of: SampleScope.scope([.medical: people])).tiers[2].hasPeople == expected)
    }

    @Test(
        "More than 100, at the boundary",
        arguments: [
            (Bounds(100), Certainty.no), (Bounds(101), .yes),
            (Bounds(lower: 100, upper: 101, reasons: [.contradiction]), .mayBe),
        ])
    func manyPeople(people: Bounds, expected: Certainty) {
        let severity = assessment.severity(of: SampleScope.scope([.identity: people]))
        #expect(severity.tiers[0].hasMoreThan100People == expected)
        #expect(severity.hasMoreThan100People == expected)
    }

    @Test func aCopyConcernsPeopleWithoutAnyKey() throws {
        var assessment = assessment
        try assessment.markUnintelligible(.medical, because: "AES-256-GCM; the root key stayed in the module.")
        let scope = SampleScope.scope([.identity: Bounds(30)])
        let severity = assessment.severity(of: scope, copied: [.medical: Bounds(500), .identity: Bounds(500)])
        #expect(severity.worst?.tier == .medical)
        #expect(severity.tiers[2].unintelligible.value)
        #expect(severity.tiers[0].people == Bounds(lower: 500, upper: 530, reasons: []))
        #expect(!severity.tiers[0].unintelligible.value)
        #expect(severity.hasMoreThan100People == .yes)
    }

    @Test func releasedKeysAreNeverUnintelligible() throws {
        var assessment = assessment
        try assessment.markUnintelligible(.medical, because: "Sealed.")
        for people in [Bounds(1), Bounds.unknown(.unverifiedRest)] {
            let severity = assessment.severity(of: SampleScope.scope([.medical: people]))
            #expect(severity.tiers[2].unintelligible == Factor(false, .readable))
        }
    }

    @Test func anIncidentHasTheWorstOfItsPractices() {
        let mild = assessment.severity(of: SampleScope.scope([.identity: Bounds(9)]))
        let worse = assessment.severity(of: SampleScope.scope([.contact: Bounds(1)]))
        let unknown = assessment.severity(of: SampleScope.scope([.medical: .unknown(.unverifiedRest)]))
        let worst = WorstSeverity([mild, unknown, worse])
        #expect(worst.known?.score == "4.0" && worst.mayBe?.score == "5.0")
        #expect(WorstSeverity([mild, worse]).mayBe == nil)
        #expect(WorstSeverity([unknown]).sentence == "Severity (ENISA 2013): not known; may be 5.0, very-high.")
        #expect(WorstSeverity([mild]).sentence == "Severity (ENISA 2013): 2.0, medium.")
        #expect(WorstSeverity().sentence == "The severity was not assessed.")
    }

    @Test func sumsKeepBoundsApart() {
        let a = Bounds(lower: 3, upper: 9, reasons: [.contradiction])
        let b = Bounds(lower: 4, upper: nil, reasons: [.unverifiedRest])
        #expect(a.plus(b) == Bounds(lower: 7, upper: nil, reasons: [.contradiction, .unverifiedRest]))
        #expect(a.either(Bounds(5)) == Bounds(lower: 5, upper: 14, reasons: [.contradiction]))
        #expect(Bounds(.max).plus(Bounds(1)) == Bounds(lower: .max, upper: nil, reasons: []))
        #expect(Bounds(0).either(b) == b)
    }
}
