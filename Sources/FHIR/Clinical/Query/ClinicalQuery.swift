import Vocabulary

/// A search within one patient's record, understood and ready to be asked of any ``ClinicalSearch`` (R4, search).
public struct ClinicalQuery: Sendable {
    /// `_total`.
    public enum Total: String, Sendable { case none, estimate, accurate }

    /// The type that is searched.
    public let type: ResourceType
    /// Resources on a page: `_count` within the limits, or the default.
    public internal(set) var count: Int
    /// Whether only the number of matches is asked for (`_summary=count`, `_count=0`).
    public internal(set) var isCountOnly = false
    /// How exactly the total is wanted; it is exact, or not given for `none`.
    public internal(set) var total = Total.accurate
    /// How much of each resource is wanted.
    public internal(set) var projection = Projection.whole
    /// Of resources with the same code, how many of the newest are wanted (`$lastn`); nil for all.
    public internal(set) var lastOfEach: Int?
    /// What was left out, when the query is lenient.
    public internal(set) var ignored: [ClinicalIssue] = []
    /// What it was read with.
    public let options: ClinicalOptions

    var criteria: [Criterion] = []
    var sort: [SortKey] = []
    var includes: [IncludeRule] = []
    /// How many slots its links have.
    var slots = 0

    /// Reads decoded parameters of a search for a type. `now` is what approximate dates (`ap`) are measured from.
    ///
    /// Throws everything that is wrong with them at once. `_format` and `_pretty` are the caller's and passed over.
    public init(
        _ type: ResourceType, _ parameters: [(name: String, value: String)], now: Timestamp,
        options: ClinicalOptions = ClinicalOptions()
    ) throws(ClinicalIssues) {
        self.type = type
        self.options = options
        count = max(1, min(options.count, options.limits.page))
        var reader = QueryReader(type, now: now, options: options)
        reader.read(parameters)
        guard reader.refused.isEmpty else { throw ClinicalIssues(issues: reader.refused) }
        reader.finish(&self)
    }

    /// Whether it finds every resource of the type.
    public var asksNothing: Bool { criteria.isEmpty }

    /// Whether a parameter says how results are shown, and not what is found.
    public static func shapes(_ name: String) -> Bool {
        ResultParameters.names.contains(String(name.prefix { $0 != ":" }))
    }
}
