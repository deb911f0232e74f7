/// The parameters that say how results are given (R4, search, search result parameters).
struct ResultParameters: Sendable {
    /// Their names.
    static let names: Set = ["_sort", "_count", "_total", "_summary", "_elements", "_include", "_revinclude"]
    /// Those that may come again.
    static let repeatable: Set = ["_include", "_revinclude"]
    /// What the caller reads.
    static let passedOver: Set = ["_format", "_pretty"]
    /// Parameters of R4 that are no search parameters of a type, each with the reason why it is refused.
    static let refusals = [
        "_contained": "contained resources are found with what contains them",
        "_containedType": "contained resources are found with what contains them",
        "_type": "one type is searched at a time",
        "_score": "results have no score", "_graph": "graphs are not supported",
    ]

    var sort: [SortKey] = []
    var count: Int?
    var total = ClinicalQuery.Total.accurate
    var summary = Projection.whole
    var elements: [String]?
    var isCountOnly = false
    var includes: [IncludeRule] = []

    /// What `_summary` or `_elements` asks for.
    var projection: Projection { elements.map(Projection.elements) ?? summary }

    /// Throws when they contradict each other.
    func check() throws(ClinicalIssue) {
        if elements != nil, summary != .whole { throw ClinicalIssue("_elements", .value, "not beside _summary") }
    }
}
