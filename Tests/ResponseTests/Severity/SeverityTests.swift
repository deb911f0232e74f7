import Testing
import Vocabulary

@testable import Response

@Suite("Severity (ENISA 2013)")
struct SeverityTests {
    private static let malicious = Circumstances(
        confidentiality: Factor(.full, .unknownRecipients), malicious: Factor(true, .malicious))

    private func severity(
        _ context: DataContext, _ identifiability: Identifiability, _ circumstances: Circumstances = malicious
    ) -> Severity {
        Severity(
            context: Factor(context, .judged), identifiability: Factor(identifiability, .judged),
            circumstances: circumstances)
    }

    @Test(
        "The check values of the facts",
        arguments: [
            (DataContext.simple, Identifiability.maximum, "2.0", SeverityWord.medium),
            (.financial, .maximum, "4.0", .veryHigh), (.sensitive, .maximum, "5.0", .veryHigh),
            (.sensitive, .negligible, "2.0", .medium),
        ])
    func checkValues(context: DataContext, identifiability: Identifiability, score: String, word: SeverityWord) {
        let severity = severity(context, identifiability)
        #expect(severity.score == score)
        #expect(severity.word == word)
    }

    @Test(
        "The words change at 2, 3 and 4 and not a quarter before",
        arguments: [
            (1, SeverityWord.low), (7, .low), (8, .medium), (11, .medium), (12, .high), (15, .high), (16, .veryHigh),
            (24, .veryHigh),
        ])
    func boundaries(quarters: Int, word: SeverityWord) { #expect(SeverityWord(quarters: quarters) == word) }

    @Test func everyScoreIsExact() {
        var seen = Set<Int>()
        for context in DataContext.allCases {
            for identifiability in Identifiability.allCases {
                for degree in LossDegree.allCases {
                    let circumstances = Circumstances(
                        confidentiality: Factor(degree, .judged), integrity: Factor(degree, .judged),
                        availability: Factor(degree, .judged), malicious: Factor(false, .accidental))
                    let severity = severity(context, identifiability, circumstances)
                    let expected =
                        Double(context.rawValue) * Double(identifiability.rawValue) / 4 + Double(degree.rawValue) * 3
                        / 4
                    #expect(Double(severity.score) == expected)
                    #expect(severity.isHighRisk == (expected >= 3))
                    seen.insert(severity.quarters)
                }
            }
        }
        #expect(seen.min() == 1 && seen.max() == 22)
    }

    @Test func scoresAreWrittenInQuarters() {
        let none = Circumstances(confidentiality: Factor(.none, .noSignOfUse), malicious: Factor(false, .accidental))
        let scores = Identifiability.allCases.map { severity(.simple, $0, none).score }
        #expect(scores == ["0.25", "0.5", "0.75", "1.0"])
    }

    @Test func tiersImplyTheirContext() {
        #expect(Tier.allCases.map { DataContext.of($0).value.rawValue } == [1, 3, 4, 4])
        #expect(DataContext.of(.contact).reason == .nationalNumber)
    }

    @Test func adjustmentsNeedWords() throws {
        var assessment = SeverityAssessment(circumstances: Self.malicious)
        #expect(throws: SeverityError(.noReason, tier: .contact)) {
            try assessment.adjust(.contact, to: .simple, because: " \n ")
        }
        #expect(throws: SeverityError(.noReason, tier: .medical)) {
            try assessment.set(.negligible, for: .medical, because: "")
        }
        #expect(assessment == SeverityAssessment(circumstances: Self.malicious))
        try assessment.adjust(.contact, to: .simple, because: "This practice stores no NIR and no coverage.")
        let severity = assessment.severity(of: .contact)
        #expect(severity.score == "2.0")
        #expect(severity.context.reason == .judged)
        #expect(severity.context.note.text == "This practice stores no NIR and no coverage.")
        #expect(severity.defaultContext == DataContext.of(.contact))
        try assessment.set(.negligible, for: .restricted, reason: .pseudonymised, because: "Names were replaced.")
        #expect(assessment.severity(of: .restricted).score == "2.0")
    }
}
