/// The severity of an incident over its practices: the worst that is known, and the worst that may be.
public struct WorstSeverity: Hashable, Sendable {
    /// Of all tiers that have people; nil while none is known to have any, or nothing was assessed.
    public let known: Severity?
    /// Of the tiers that may have people, if it is worse than ``known``.
    public let mayBe: Severity?

    /// The worst of practices; of none, nothing was assessed.
    public init(_ practices: [PracticeSeverity] = []) {
        known = practices.compactMap(\.worst?.severity).max { $0.quarters < $1.quarters }
        let candidate = practices.compactMap(\.mayBeWorse?.severity).max { $0.quarters < $1.quarters }
        mayBe = candidate.flatMap { [known] in $0.quarters > known?.quarters ?? 0 ? $0 : nil }
    }

    /// One sentence for documents.
    public var sentence: String {
        let words = { (severity: Severity) in "\(severity.score), \(severity.word.rawValue)" }
        return switch (known, mayBe) {
        case (let known?, let mayBe?): "Severity (ENISA 2013): \(words(known)); may be \(words(mayBe))."
        case (let known?, nil): "Severity (ENISA 2013): \(words(known))."
        case (nil, let mayBe?): "Severity (ENISA 2013): not known; may be \(words(mayBe))."
        case (nil, nil): "The severity was not assessed."
        }
    }
}
