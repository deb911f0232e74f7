/// How a watch runs.
public struct WatchOptions: Sendable {
    /// Of the engine: lateness, groups, distinct values.
    public var engine = EngineOptions()
    /// What is told, and how often.
    public var gate = GateOptions()
    /// What is usual.
    public var baselines = BaselineOptions()
    /// Makes findings show ids only. Without a key, accounts that are e-mail addresses cannot be told apart.
    public var redaction = Redaction()
    /// Accounts that serve many practices: they are held against their own past only, once it is long enough.
    public var manyPractices: Set<String> = []
    /// Whether accounts are held against their own past.
    public var hasBaselines = true

    /// The defaults.
    public init() {}
}
