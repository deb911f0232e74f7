/// What an engine did, for metrics: counts only.
public struct EngineFigures: Sendable, Hashable {
    /// Events seen.
    public internal(set) var events = 0
    /// Events without a moment: matched, but not correlated.
    public internal(set) var untimed = 0
    /// Events that came later than the lateness allows: matched, but not correlated.
    public internal(set) var late = 0
    /// Events too far ahead of all others: matched, but not correlated.
    public internal(set) var jumped = 0
}
