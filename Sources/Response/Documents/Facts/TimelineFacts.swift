import Vocabulary

/// One line of the timeline.
public struct TimelineFacts: Hashable, Sendable {
    /// When.
    public var time: Timestamp
    /// What happened.
    public var text: String
    /// Which evidence says so.
    public var source: String
    /// How far that evidence carries.
    public var grade: String

    /// A line of the timeline.
    public init(time: Timestamp, text: String, source: String, grade: String) {
        (self.time, self.text, self.source, self.grade) = (time, text, source, grade)
    }
}
