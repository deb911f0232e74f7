import Vocabulary

/// Statements that cannot all be true. All are shown; none is preferred, and nothing is averaged.
public struct IncidentContradiction: Hashable, Sendable {
    /// What they are about.
    public let subject: Subject
    /// The numbers of the events, in order.
    public let events: [Int]
    /// What each says, as text.
    public let values: [String]

    /// What statements can contradict each other about.
    public enum Subject: Hashable, Sendable {
        /// Since when a party was aware.
        case awareness(IncidentParty)
        /// When a practice's initial notification left, or what it is found by.
        case initial(IncidentNotification.Duty, PracticeID)
        /// A fact of the timeline, by its name.
        case fact(String)
    }

    /// Nil when all statements say the same.
    init?(_ subject: Subject, _ statements: [(number: Int, value: String)]) {
        guard Set(statements.map(\.value)).count > 1 else { return nil }
        (self.subject, events, values) = (subject, statements.map(\.number), statements.map(\.value))
    }
}

extension Incident {
    /// The statements that contradict each other: of awareness by party, of initial notifications by practice, of facts by name.
    public var contradictions: [IncidentContradiction] {
        awareness.keys.sorted().compactMap { party in
            let statements = awareness[party, default: []].map { ($0.number, $0.value.moment.instant) }
            return IncidentContradiction(.awareness(party), statements)
        } + contradictoryNotifications + contradictoryFacts
    }

    private var contradictoryNotifications: [IncidentContradiction] {
        IncidentNotification.Duty.allCases.flatMap { duty in
            let sent = notifications.filter { $0.value.duty == duty && $0.value.phase == .initial }
            let practices = Dictionary(grouping: sent) { $0.value.practice }
            return practices.keys.sorted().compactMap { practice in
                let statements = practices[practice, default: []].map {
                    ($0.number, $0.value.moment.instant + " " + $0.value.reference)
                }
                return IncidentContradiction(.initial(duty, practice), statements)
            }
        }
    }

    private var contradictoryFacts: [IncidentContradiction] {
        var facts: [String: [(Int, String)]] = [:]
        for entry in entries {
            if let fact = entry.value.fact { facts[fact.name, default: []].append((entry.number, fact.value)) }
        }
        return facts.keys.sorted().compactMap { IncidentContradiction(.fact($0), facts[$0, default: []]) }
    }
}
