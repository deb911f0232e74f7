import JSONTree
import Vocabulary

/// "Who opened my record": a patient's AuditEvents in words that a person understands, as data of a page.
public struct PatientHistory: Sendable {
    /// What one account did in one way on one day.
    public struct Entry: Sendable, Hashable {
        /// The day, `YYYY-MM-DD`.
        public let day: String
        /// Day and hour in words.
        public let when: String
        /// Who did what.
        public let text: String
        /// Of what, in words, least sensitive first.
        public let what: [String]
        /// Why, as far as the logs say.
        public let why: String?
        /// Where it is noted, in words.
        public let source: String
    }

    /// Numbers of the summary.
    public struct Counts: Sendable, Hashable {
        /// People and programs that were shown something, or could have been.
        public internal(set) var people = 0
        /// Entries of emergencies.
        public internal(set) var emergencies = 0
        /// Entries of access without a sign that anything was shown.
        public internal(set) var unshown = 0
        /// Entries of requests that were shown nothing.
        public internal(set) var refused = 0
        /// Accounts that the practice does not know.
        public internal(set) var unknown = 0
    }

    /// The language.
    public let language: DocumentLanguage
    /// What was done, newest first.
    public let entries: [Entry]
    /// Numbers.
    public let counts: Counts
    /// The summary in words.
    public let summary: String

    /// Tells a patient's events.
    /// - Parameters:
    ///   - events: of one patient, from both logs, in any order.
    ///   - actors: whom the practice knows, by the ids of memberships and clients.
    ///   - from: the first moment that was asked for.
    ///   - through: the last.
    public init(
        _ events: [AuditedEvent], actors: [String: HistoryActor], language: DocumentLanguage, from: Timestamp,
        through: Timestamp
    ) {
        let words: any HistoryWords = language == .french ? FrenchHistory() : EnglishHistory()
        let groups = HistoryGroups(events).all
        let teller = HistoryTeller(words: words, language: language, actors: actors)
        self.language = language
        entries = groups.map(teller.entry)
        counts = PatientHistory.counts(groups, actors)
        let wording = Wording(language)
        summary = words.summary(counts, from: wording.day(from), through: wording.day(through))
    }

    private static func counts(_ groups: [HistoryGroup], _ actors: [String: HistoryActor]) -> Counts {
        var counts = Counts()
        counts.people = Set(groups.filter(\.key.action.isSeeing).map(\.key.holder)).count
        counts.emergencies = groups.count { $0.isEmergency && $0.key.action.isSeeing }
        counts.unshown = groups.count(where: \.key.isUnshown)
        counts.refused = groups.count { $0.key.action == .refused }
        counts.unknown = Set(groups.map(\.key.holder)).count { actors[$0] == nil }
        return counts
    }
}
