/// A task of an incident, and whether it is done.
public struct IncidentTaskState: Hashable, Sendable {
    /// The task.
    public let task: IncidentTask
    /// Who said that it is done, when, and perhaps how; nil while it is not.
    public internal(set) var done: Stated<String?>?
}
