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
        if kind == .special { return "special parameters are not supported" }
        return path == nil ? "R4 gives no expression for it" : nil
    }

    private static let refusals = [
        "_content": "needs a full-text index, and none is kept", "_text": "needs a full-text index, and none is kept",
        "_filter": "filter expressions are not supported", "_query": "there are no named queries",
        "near": "distances are not computed", "phonetic": "names are compared by sound only to find a patient",
    ]
}
