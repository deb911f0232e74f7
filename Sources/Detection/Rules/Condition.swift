/// When a rule matches: an expression over its searches, by their place in ``Rule/searches``.
public indirect enum Condition: Sendable, Hashable {
    case search(Int)
    case not(Condition)
    case and([Condition])
    case or([Condition])
    /// At least so many of them (`2 of selection_*`; `1 of` and `all of` are `or` and `and`).
    case atLeast(Int, [Condition])
}
