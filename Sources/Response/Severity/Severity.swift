/// How severe a breach is (ENISA, "Recommendations for a methodology of the assessment of severity of personal data
/// breaches", 2013): SE = DPC × EI + CB, in whole quarters so that nothing is rounded.
public struct Severity: Hashable, Sendable {
    /// DPC, after any adjustment.
    public let context: Factor<DataContext>
    /// DPC before a person adjusted it; the same without an adjustment.
    public let defaultContext: Factor<DataContext>
    /// EI.
    public let identifiability: Factor<Identifiability>
    /// CB.
    public let circumstances: Circumstances

    /// Joins the factors.
    public init(
        context: Factor<DataContext>, defaultContext: Factor<DataContext>? = nil,
        identifiability: Factor<Identifiability>, circumstances: Circumstances
    ) {
        (self.context, self.defaultContext) = (context, defaultContext ?? context)
        (self.identifiability, self.circumstances) = (identifiability, circumstances)
    }

    /// SE in quarters: 1 to 24.
    public var quarters: Int {
        context.value.rawValue * identifiability.value.rawValue + circumstances.quarters
    }

    /// The word of the score.
    public var word: SeverityWord { SeverityWord(quarters: quarters) }

    /// The score as it is written: `2.0`, `4.25`.
    public var score: String {
        let fraction =
            switch quarters % 4 {
            case 0: "0"
            case 1: "25"
            case 2: "5"
            default: "75"
            }
        return "\(quarters / 4).\(fraction)"
    }

    /// Whether the risk is likely to be high, as GDPR article 34(1) asks: from the word `high` on.
    public var isHighRisk: Bool { word >= .high }
}
