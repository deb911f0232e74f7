import Vocabulary

/// One statement about an incident: who said what, when, after what. Incidents are only ever added to.
public struct IncidentEvent: Hashable, Sendable {
    /// Its place, counted from 1.
    public let number: Int
    /// When it was written.
    public let moment: Timestamp
    /// Who wrote it.
    public let author: IncidentAuthor
    /// The hash of the event before it.
    public let previous: IncidentHash
    /// What it says.
    public let content: Content

    /// What an event says. The raw words of the kinds are those of the lines.
    public enum Content: Hashable, Sendable {
        /// `opened`: the first event, and no other.
        case opened(IncidentOpening)
        /// `aware`: someone says since when a party knows of the breach.
        case aware(IncidentAwareness)
        /// `entry`: something happened.
        case entry(IncidentEntry)
        /// `task`: there is something to do.
        case task(IncidentTask)
        /// `done`: a task is done; a note may say how.
        case done(task: String, note: String?)
        /// `decided`: somebody decided.
        case decided(IncidentDecision)
        /// `scope`: what is to be counted, as the JSON text of a scope's query; the last one counts.
        case scope(query: String)
        /// `sent`: a notification left.
        case sent(IncidentNotification)
        /// `closed`: nothing more is to be done but what was promised.
        case closed(IncidentClosing)
    }

    /// Joins the parts. What comes of it is checked by ``read(_:)`` and by the fold, not here.
    public init(
        number: Int, moment: Timestamp, author: IncidentAuthor, previous: IncidentHash, content: Content
    ) {
        (self.number, self.moment, self.author) = (number, moment, author)
        (self.previous, self.content) = (previous, content)
    }

    /// The hash that the next event names.
    public var hash: IncidentHash { IncidentHash(of: line) }
}
