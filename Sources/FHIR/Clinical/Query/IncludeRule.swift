/// One `_include` or `_revinclude` (R4, search, including other resources).
struct IncludeRule: Sendable {
    /// Whether it adds what refers to the matches instead of what they refer to.
    let isReverse: Bool
    /// Whether what it added is looked at again (`:iterate`).
    let isIterating: Bool
    /// The type of the resources that refer; nil for `*`.
    let source: ResourceType?
    /// The parameter whose references count; nil for all references.
    let parameter: SearchParameter?
    /// The type that is referred to; nil for any.
    let target: ResourceType?
}
