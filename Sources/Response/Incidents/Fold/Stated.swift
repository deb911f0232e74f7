import Vocabulary

/// What an event says, with who said it and when.
public struct Stated<Value: Hashable & Sendable>: Hashable, Sendable {
    /// The event's number.
    public let number: Int
    /// When it was written.
    public let moment: Timestamp
    /// Who wrote it.
    public let author: IncidentAuthor
    /// What it says.
    public let value: Value

    init(_ event: IncidentEvent, _ value: Value) {
        (number, moment, author, self.value) = (event.number, event.moment, event.author, value)
    }
}
