import Testing
import Vocabulary

@testable import Response

@Suite("Article 34")
struct Article34Tests {
    private let assessment = SeverityAssessment(circumstances: Circumstances(malicious: Factor(true, .malicious)))
    private let evidence: [EvidenceReference]

    init() throws {
        evidence = [try EvidenceReference(id: "ledger:8812734", text: "No release after this checkpoint.")]
    }

    private func support(
        _ tiers: [Tier: Bounds], copied: [Tier: Bounds] = [:], _ claims: [ExemptionClaim] = []
    ) throws -> Article34Support {
        let scope = SampleScope.scope(tiers)
        return try Article34Support(assessment.severity(of: scope, copied: copied), scope: scope, claims: claims)
    }

    @Test func eachTierHasItsAdvice() throws {
        let support = try support([.identity: Bounds(400), .medical: Bounds(12)])
        #expect(support.decisions.map(\.advice) == [.notRequired, .notRequired, .communicate, .notRequired])
        #expect(support.decisions.map(\.reasons) == [[.riskNotHigh], [.nobody], [.highRisk], [.nobody]])
        #expect(support.advice == .communicate)
    }

    @Test func unknownPeopleAreToldOfToo() throws {
        let support = try support([.restricted: .unknown(.unverifiedRest)])
        #expect(support.decisions[3].advice == .communicate)
        #expect(support.decisions[3].reasons == [.highRisk, .peopleUnknown])
        let mild = try self.support([.identity: .unknown(.unverifiedRest)])
        #expect(mild.decisions[0].reasons == [.riskNotHigh, .peopleUnknown])
    }

    @Test("An exemption without evidence is refused", arguments: Article34Exemption.allCases)
    func withoutEvidence(exemption: Article34Exemption) {
        let claim = ExemptionClaim(exemption, for: .medical, evidence: [])
        #expect(throws: Article34Error(.noEvidence, exemption, tier: .medical)) {
            try support([.medical: Bounds(1)], [claim])
        }
        let text = Article34Error(.noEvidence, exemption, tier: .medical).description
        #expect(text.hasPrefix("no-evidence: \(exemption.rawValue) medical: an exemption needs evidence"))
    }

    @Test func unintelligibleIsRefusedWhereKeysWereReleased() throws {
        let claim = ExemptionClaim(.unintelligible, for: .medical, evidence: evidence)
        #expect(throws: Article34Error(.keyReleased, .unintelligible, tier: .medical)) {
            try support([.medical: Bounds(lower: 1, upper: nil, reasons: [.unverifiedRest])], [claim])
        }
        #expect(throws: Article34Error(.keyMayBeReleased, .unintelligible, tier: .medical)) {
            try support([.medical: .unknown(.unverifiedRest)], [claim])
        }
        let copy = try support([.identity: Bounds(3)], copied: [.medical: Bounds(900)], [claim])
        #expect(copy.decisions[2].advice == .exempt(.unintelligible, evidence: evidence))
        #expect(copy.decisions[2].reasons == [.highRisk, .exemptionWithEvidence])
        #expect(copy.decisions[2].people == Bounds(900))
        #expect(try support([:], copied: [.medical: Bounds(900)]).advice == .communicate)
    }

    @Test func exemptionsCountForTheirTierOnly() throws {
        let claims = [
            ExemptionClaim(.laterMeasures, for: .contact, evidence: evidence),
            ExemptionClaim(.disproportionateEffort, for: .contact, evidence: evidence),
            ExemptionClaim(.disproportionateEffort, for: .medical, evidence: evidence),
        ]
        let support = try support([.contact: Bounds(5), .medical: Bounds(5), .restricted: Bounds(5)], claims)
        #expect(support.decisions[1].advice == .exempt(.laterMeasures, evidence: evidence))
        #expect(support.decisions[2].advice == .publicCommunication(evidence: evidence))
        #expect(support.decisions[3].advice == .communicate)
        #expect(support.advice.word == "communicate")
        #expect(
            try self.support([.contact: Bounds(5), .medical: Bounds(5)], claims).advice.word == "public-communication")
    }

    @Test func evidenceIsChecked() {
        for id in ["", "a b", "é", "line\n", String(repeating: "x", count: 201)] {
            #expect(throws: Article34Error(.badEvidenceID)) { try EvidenceReference(id: id, text: "Shows it.") }
        }
        #expect(throws: Article34Error(.noEvidenceText)) { try EvidenceReference(id: "a", text: "\t") }
    }

    @Test func wrongPracticeAndTooManyClaimsAreRefused() {
        let scope = SampleScope.scope([.medical: Bounds(1)])
        let other = SampleScope.scope([.medical: Bounds(1)], of: PracticeID(high: 1, low: 2))
        #expect(throws: Article34Error(.otherPractice)) {
            try Article34Support(assessment.severity(of: other), scope: scope)
        }
        let claims = Array(repeating: ExemptionClaim(.laterMeasures, for: .medical, evidence: evidence), count: 101)
        #expect(throws: Article34Error(.tooManyClaims)) { try support([.medical: Bounds(1)], claims) }
    }
}
