/// What reading a line came to.
public enum ReadOutcome: Hashable, Sendable {
    /// An event was filled in.
    case event
    /// No event, and nothing is wrong: a comment, or more lines are needed.
    case nothing
    /// The line is not what the log should hold.
    case refused(Refusal)
}

extension ReadOutcome {
    /// Why a line was refused. The raw value is what counts and the reject file say.
    public enum Refusal: String, Hashable, Sendable, CaseIterable {
        /// Longer than the limit.
        case tooLong = "too-long"
        /// Holds a NUL.
        case binary
        /// Not in the form of the log.
        case form
        /// Too few or too many fields.
        case fields
        /// No time, or one that no calendar has.
        case time
        /// Not JSON, or not an object.
        case json
        /// Lines that belong together add up to more than the limit, or the end of the record never came.
        case unfinished
        /// The second half of a record whose first half was not seen.
        case orphan
        /// The compressed file is damaged or ends early.
        case compression
    }
}
