/// How much a query may ask.
public struct ClinicalLimits: Sendable, Hashable {
    /// Parameters, result parameters included.
    public var parameters = 64
    /// Bytes of a value.
    public var valueBytes = 8192
    /// Values of one parameter, separated by commas.
    public var values = 200
    /// Values of all parameters.
    public var allValues = 1000
    /// Values of `_content` and `_text`: each reads all that resources say.
    public var wordValues = 4
    /// References in a chain, or `_has` inside one another.
    public var chainDepth = 3
    /// Ways in which chains may go on, all types of all their references counted.
    public var chainTargets = 600
    /// Keys of `_sort`.
    public var sortKeys = 8
    /// `_include` and `_revinclude`.
    public var includes = 16
    /// Rounds of `:iterate`.
    public var includeRounds = 5
    /// Resources on one page, whatever `_count` says.
    public var page = 1000
    /// Resources included on one page.
    public var included = 2000

    /// The defaults.
    public init() {}
}

/// What a query is read and answered with besides its parameters.
public struct ClinicalOptions: Sendable {
    /// Whether what is unknown or not supported is left out instead of refused (`Prefer: handling=lenient`).
    public var isLenient = false
    /// The server's own addresses, `https://host/fhir`: references behind them are local.
    public var bases: [String] = []
    /// Minutes ahead of UTC in which dates without a zone are meant, those of the query and those of resources.
    public var zone = 0
    /// Resources on a page when `_count` does not say.
    public var count = 50
    /// What may be asked at most.
    public var limits = ClinicalLimits()

    /// The defaults.
    public init() {}
}
