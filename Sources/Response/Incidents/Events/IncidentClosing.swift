/// An incident's end; who closed it is the event's author.
public struct IncidentClosing: Hashable, Sendable {
    /// Why nothing more is to be done.
    public let reason: String
    /// Whether the epochs of the patients who were opened are to advance, so that what leaked opens nothing that is written later.
    public let advancesEpochs: Bool

    /// Joins the parts.
    public init(reason: String, advancesEpochs: Bool) {
        (self.reason, self.advancesEpochs) = (reason, advancesEpochs)
    }
}
