/// A search parameter of R4, for one resource type.
public struct SearchParameter: Sendable {
    /// What a parameter's values are.
    public enum Kind: String, Sendable {
        case number, date, string, token, reference, composite, quantity, uri, special
    }

    /// One value of a composite.
    struct Component: Sendable {
        let kind: Kind
        let path: ElementPath
    }

    /// The name in a query: `code-value-quantity`.
    public let name: String
    /// What its values are.
    public let kind: Kind
    /// What a reference may point to; nil where it may be anything.
    public let targets: [ResourceType]?
    /// Where the values are; nil where R4 gives no expression.
    let path: ElementPath?
    let components: [Component]

    /// Prefixes that its values may have: all nine of R4 for numbers, dates and quantities, none for others.
    public var prefixes: [String] {
        switch kind {
        case .number, .date, .quantity: SearchPrefix.allCases.map(\.rawValue)
        default: []
        }
    }

    /// Why it is not searched by; nil when it is.
    public var refusal: String? {
        if let reason = SearchParameter.refusals[name] { return reason }
        return path == nil && !isOfWords ? "R4 gives no expression for it" : nil
    }

    /// Whether it looks for words in what a resource says, `_content` or its narrative, `_text`.
    var isOfWords: Bool { name == "_content" || name == "_text" }

    private static let refusals = [
        "_filter": "filter expressions are not supported", "_query": "there are no named queries",
        "phonetic": "names are compared by sound only to find a patient",
    ]
}
