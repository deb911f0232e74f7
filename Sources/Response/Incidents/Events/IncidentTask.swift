/// Something to do.
public struct IncidentTask: Hashable, Sendable {
    /// Its name within the incident.
    public let id: String
    /// What it is for.
    public let phase: IncidentPhase
    /// What is to be done.
    public let title: String
    /// The article of the GDPR that asks for it, as `33(1)`; nil where none does.
    public let article: String?

    /// Joins the parts.
    public init(id: String, phase: IncidentPhase, title: String, article: String? = nil) {
        (self.id, self.phase, self.title, self.article) = (id, phase, title, article)
    }
}
