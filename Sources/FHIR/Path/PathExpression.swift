import JSONTree

/// What a path says, as a tree no deeper than its parentheses.
indirect enum PathExpression: Sendable, Hashable {
    /// Where a chain of steps begins.
    enum Head: Sendable, Hashable {
        /// The element that the expression is asked of.
        case this
        /// The resource (`%resource`).
        case resource
        case literal(JSONValue)
        case group(PathExpression)
    }

    /// A start and what follows from it, step by step.
    case chain(Head, [PathStep])
    case union([PathExpression])
    case equal(PathExpression, PathExpression, isNegated: Bool)
    case all([PathExpression])
    case any([PathExpression])
}

/// One step of a path: from a list of elements to another.
enum PathStep: Sendable, Hashable {
    /// A member; `extra` is the key that carries a primitive's extensions.
    case member(String, extra: String)
    case index(Int)
    case filter(PathExpression)
    /// Only those of a type: `as(X)`, `ofType(X)`, and a type's name at the start.
    case ofType(PathType)
    /// Whether the one element is of a type.
    case isType(PathType)
    case exists(PathExpression?)
    case isEmpty
    case not
    case first
    case last
    /// What references point to; of one that is not at hand, its type.
    case resolve
    /// Extensions with a URL.
    case extended(String)
    case hasExtension(String)
}
