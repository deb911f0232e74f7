/// What a correlation keeps of one group: matches of the last `span` milliseconds, both ends included. Times never go
/// back.
protocol SlidingWindow: Sendable {
    /// An empty window for a correlation.
    init(_ shape: WindowShape)
    /// Adds a match; all of one moment are added before the window is measured.
    mutating func add(_ input: CorrelationInput)
    /// What the window holds at a moment, in the correlation's measure; nil if there is nothing to compare.
    mutating func measure(at now: Int64) -> Double?
    /// How much it holds: what is worth keeping when there is no room for all.
    var weight: Int { get }
    /// Moments at which it is to be measured though nothing may happen then.
    var alarm: Int64? { get }
}

extension SlidingWindow {
    var alarm: Int64? { nil }
}

/// What a window must know of its correlation.
struct WindowShape: Sendable {
    /// Milliseconds.
    let span: Int64
    /// How many rules it counts.
    let slots: Int
    /// 0 to 1.
    let quantile: Double
    /// For temporal kinds: how many different rules, in order where order counts.
    let needed: Int
    let isOrdered: Bool
    /// Whether numbers are averaged, rather than added up.
    let isAverage: Bool
    /// For an expression over rules: any of these must hold.
    let clauses: [Clause]
    /// Distinct values kept exactly; beyond, they are estimated.
    let exactDistinct: Int

    /// Rules that must be there, and rules that must not.
    struct Clause: Sendable, Hashable {
        var present: Set<Int> = []
        var absent: Set<Int> = []
    }
}
