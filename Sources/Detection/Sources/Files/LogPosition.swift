/// Where an event stands in its source: what ``SourceStream/commit(upTo:)`` takes.
public struct LogPosition: Hashable, Sendable {
    /// Counts the events of this run.
    public let event: Int
    let done: LogFiles.Done
}
