/// The windows of one correlation, one for each group of values, whatever their kind.
protocol WindowTable: AnyObject {
    /// Adds a match to its group; values are asked for only when the group is new.
    func add(_ input: CorrelationInput)
    /// Keeps the values of a group's fields until its first match, of this moment, arrives in time.
    func name(_ group: UInt64, at time: Int64, _ values: () -> [String])
    /// Measures the groups that a moment touched.
    func measure(at now: Int64, _ body: (_ group: UInt64, _ values: [String], _ measure: Double, _ weight: Int) -> Void)
    /// The next moment at which a group is to be measured though nothing happens; nil if none.
    var alarm: Int64? { get }
    /// Groups held, groups pushed out by others, and matches of groups for which there was no room.
    var figures: CorrelationFigures { get }
}

/// What a correlation holds and what it lost.
public struct CorrelationFigures: Sendable, Hashable {
    /// Groups held now.
    public internal(set) var groups = 0
    /// Groups given up for others that had more, or came later.
    public internal(set) var evicted = 0
    /// Matches not counted because every group held had more.
    public internal(set) var refused = 0
}
