/// Two or more pieces of evidence that contradict each other: all are shown, none is averaged away.
public struct ContradictionFacts: Hashable, Sendable {
    /// What one source says.
    public struct Saying: Hashable, Sendable {
        /// The source.
        public var source: String
        /// What it says.
        public var text: String

        /// What one source says.
        public init(source: String, text: String) { (self.source, self.text) = (source, text) }
    }

    /// What they contradict each other about.
    public var subject: String
    /// What each source says.
    public var sayings: [Saying]

    /// A contradiction.
    public init(subject: String, sayings: [Saying]) { (self.subject, self.sayings) = (subject, sayings) }
}
