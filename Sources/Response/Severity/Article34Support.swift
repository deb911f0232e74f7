import Vocabulary

/// Support for the decision whether patients must be told (GDPR article 34), one practice at a time.
///
/// | risk | people | claim with evidence | advice |
/// |---|---|---|---|
/// | any | none | any | not required |
/// | low, medium | some, may be | any | not required |
/// | high, very high | some, may be | (a) or (b) | exempt |
/// | high, very high | some, may be | (c) only | public communication |
/// | high, very high | some, may be | none | communicate |
///
/// Claim (a) is refused where keys of the tier were released, or where the evidence does not exclude it.
public struct Article34Support: Hashable, Sendable {
    /// The most claims that are taken for one practice.
    public static let maximumClaims = 100

    /// One decision a tier, least sensitive first.
    public let decisions: [Article34Decision]

    /// Decides for each tier. Throws for a claim without evidence, for (a) against released keys, and for severity and
    /// scope of different practices.
    public init(
        _ severity: PracticeSeverity, scope: PracticeScope, claims: [ExemptionClaim] = []
    ) throws(Article34Error) {
        guard severity.practice == scope.practice else { throw Article34Error(.otherPractice) }
        guard claims.count <= Self.maximumClaims else { throw Article34Error(.tooManyClaims) }
        for claim in claims { try Self.check(claim, scope) }
        decisions = severity.tiers.map { tier in
            Self.decision(tier, claims.filter { $0.tier == tier.tier })
        }
    }

    /// What the practice must do at least: the advice of its most demanding tier.
    public var advice: Article34Advice {
        decisions.map(\.advice).max { $0.demand < $1.demand } ?? .notRequired
    }

    private static func check(_ claim: ExemptionClaim, _ scope: PracticeScope) throws(Article34Error) {
        guard !claim.evidence.isEmpty else {
            throw Article34Error(.noEvidence, claim.exemption, tier: claim.tier)
        }
        guard claim.exemption == .unintelligible else { return }
        switch Certainty(scope[claim.tier].people, above: 0) {
        case .yes: throw Article34Error(.keyReleased, claim.exemption, tier: claim.tier)
        case .mayBe: throw Article34Error(.keyMayBeReleased, claim.exemption, tier: claim.tier)
        case .no: return
        }
    }

    private static func decision(_ tier: TierSeverity, _ claims: [ExemptionClaim]) -> Article34Decision {
        func decision(_ advice: Article34Advice, _ reasons: [Article34Reason]) -> Article34Decision {
            Article34Decision(
                tier: tier.tier, advice: advice, reasons: reasons, severity: tier.severity, people: tier.people)
        }
        if tier.hasPeople == .no { return decision(.notRequired, [.nobody]) }
        let unknown: [Article34Reason] = tier.hasPeople == .mayBe ? [.peopleUnknown] : []
        guard tier.severity.isHighRisk else { return decision(.notRequired, [.riskNotHigh] + unknown) }
        guard let advice = exemption(claims) else { return decision(.communicate, [.highRisk] + unknown) }
        return decision(advice, [.highRisk] + unknown + [.exemptionWithEvidence])
    }

    /// The least demanding exemption that is claimed, with the evidence of all claims of its kind.
    private static func exemption(_ claims: [ExemptionClaim]) -> Article34Advice? {
        for exemption in Article34Exemption.allCases {
            let evidence = claims.filter { $0.exemption == exemption }.flatMap(\.evidence)
            if evidence.isEmpty { continue }
            return exemption == .disproportionateEffort
                ? .publicCommunication(evidence: evidence) : .exempt(exemption, evidence: evidence)
        }
        return nil
    }
}
