/// A value searched for, by the type of its parameter (R4, search, parameter types).
indirect enum ValueMatch: Sendable {
    case token(TokenMatch)
    case string(FoldedText)
    case date(DateMatch)
    case number(NumberMatch)
    case quantity(QuantityMatch)
    case reference(ReferenceMatch)
    case uri(URIMatch)
    case words(WordMatch)
    case near(NearMatch)
    /// One value for each component, all within one element.
    case composite([(path: ElementPath, match: ValueMatch)])

    /// Whether an element matches.
    func matches(_ node: PathNode, _ context: MatchContext) -> Bool {
        switch self {
        case .token(let match): match.matches(node)
        case .string(let text): node.texts.contains(where: text.matches)
        case .date(let match): node.timeRange(context.zone).map(match.matches) ?? false
        case .number(let match): node.decimalRange.map(match.matches) ?? false
        case .quantity(let match): node.measured.map(match.matches) ?? false
        case .reference(let match): match.matches(node, context)
        case .uri(let match): match.matches(node)
        case .words(let match): match.matches(node.value)
        case .near(let match): match.matches(node)
        case .composite(let parts):
            parts.allSatisfy { part in
                context.values(part.path, from: node).contains { part.match.matches($0, context) }
            }
        }
    }
}
