import Vocabulary

/// What happened. Texts are plain, in the document's language, and name no patient.
public struct IncidentFacts: Hashable, Sendable {
    /// The incident's number or id.
    public var id: String
    /// One line.
    public var title: String
    /// What happened, in plain words, a paragraph each.
    public var description: [String]
    /// What was lost.
    public var natures: [BreachNature]
    /// How it came about; nil while not known.
    public var origin: BreachOrigin?
    /// Who or what caused it.
    public var cause: BreachCause
    /// When it began; nil while not known.
    public var began: Timestamp?
    /// When it ended; nil while not known.
    public var ended: Timestamp?
    /// When it was discovered; nil while not known.
    public var discovered: Timestamp?
    /// When it was contained; nil while not known.
    public var contained: Timestamp?

    /// An incident of which neither origin nor times are known yet.
    public init(
        id: String, title: String, description: [String], natures: [BreachNature], origin: BreachOrigin? = nil,
        cause: BreachCause = .unknown
    ) {
        (self.id, self.title, self.description, self.natures) = (id, title, description, natures)
        (self.origin, self.cause) = (origin, cause)
    }
}
