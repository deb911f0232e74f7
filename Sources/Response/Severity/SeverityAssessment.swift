import Vocabulary

/// What people judged about an incident, from which each practice's severity follows.
///
/// Without a judgement a tier has the context that it implies, and names its people (EI 1).
public struct SeverityAssessment: Hashable, Sendable {
    /// What happened to the data.
    public var circumstances: Circumstances
    private var contexts: [Tier: Factor<DataContext>] = [:]
    private var identifiabilities: [Tier: Factor<Identifiability>] = [:]
    private var ciphertexts: [Tier: Factor<Bool>] = [:]

    /// Begins with the defaults of each tier.
    public init(circumstances: Circumstances = Circumstances()) { self.circumstances = circumstances }

    /// Gives a tier another context than it implies. Throws without a reason in words.
    public mutating func adjust(_ tier: Tier, to context: DataContext, because note: String) throws(SeverityError) {
        contexts[tier] = Factor(context, .judged, note: try Self.reason(note, tier))
    }

    /// Says how easily a tier's data leads to people. Throws without a reason in words.
    public mutating func set(
        _ identifiability: Identifiability, for tier: Tier, reason: FactorReason = .judged, because note: String
    ) throws(SeverityError) {
        identifiabilities[tier] = Factor(identifiability, reason, note: try Self.reason(note, tier))
    }

    /// Says that only ciphertext of a tier was exposed. Throws without a reason in words. It is a flag beside the
    /// severity and does not lower it.
    public mutating func markUnintelligible(_ tier: Tier, because note: String) throws(SeverityError) {
        ciphertexts[tier] = Factor(true, .onlyCiphertext, note: try Self.reason(note, tier))
    }

    /// The severity of one tier if anybody is concerned.
    public func severity(of tier: Tier) -> Severity {
        let byDefault = DataContext.of(tier)
        return Severity(
            context: contexts[tier] ?? byDefault, defaultContext: byDefault,
            identifiability: identifiabilities[tier] ?? Factor(.maximum, .named), circumstances: circumstances)
    }

    /// The severity of one practice. `copied` has, for each tier, the people whose sealed data was copied without a key;
    /// a tier that is not named there has nobody.
    public func severity(of scope: PracticeScope, copied: [Tier: Bounds] = [:]) -> PracticeSeverity {
        let tiers = Tier.allCases.map { tier in
            TierSeverity(
                tier: tier, severity: severity(of: tier), released: scope[tier].people,
                copied: copied[tier] ?? Bounds(0), unintelligible: unintelligible(scope[tier]))
        }
        let people = tiers.reduce(scope.people) { $0.either($1.copied) }
        return PracticeSeverity(practice: scope.practice, tiers: tiers, people: people)
    }

    /// A tier whose keys were released, or may have been, was readable, whatever anybody marked.
    private func unintelligible(_ scope: TierScope) -> Factor<Bool> {
        guard Certainty(scope.people, above: 0) == .no else { return Factor(false, .readable) }
        return ciphertexts[scope.tier] ?? Factor(false, .readable)
    }

    private static func reason(_ note: String, _ tier: Tier) throws(SeverityError) -> String {
        guard !ClippedText(note).isBlank else { throw SeverityError(.noReason, tier: tier) }
        return note
    }
}
