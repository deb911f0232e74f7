/// A document of rules as read.
enum SigmaItem: Sendable {
    case rule(RuleDraft)
    case correlation(CorrelationDraft)

    var head: RuleHead {
        switch self {
        case .rule(let draft): draft.head
        case .correlation(let draft): draft.head
        }
    }
}
