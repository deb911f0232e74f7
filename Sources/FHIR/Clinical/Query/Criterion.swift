/// What a resource must satisfy.
indirect enum Criterion: Sendable {
    /// A value of its own.
    case value(SearchParameter, ValueTest)
    /// A resource that it refers to satisfies one of these (R4, search, chained parameters).
    case chain(SearchParameter, [Link])
    /// Some resource that refers to it satisfies this (`_has`; R4, search, reverse chaining).
    case reverse(SearchParameter, Link)

    /// A criterion for resources of one type.
    struct Link: Sendable {
        let type: UInt16
        let criterion: Criterion
        /// Its number in the query: what was found of it is kept under this.
        let slot: Int
    }
}

/// What the values of a parameter must satisfy: one of some matches, or none of them, or to be missing or not.
enum ValueTest: Sendable {
    case any([ValueMatch])
    /// `:not`: also where there is no value.
    case none([ValueMatch])
    case missing(Bool)
}
