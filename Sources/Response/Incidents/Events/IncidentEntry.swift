import Vocabulary

/// Something that happened, with where that is known from. Evidence of other systems is told apart by its grade; only time joins it.
public struct IncidentEntry: Hashable, Sendable {
    /// When it happened.
    public let moment: Timestamp
    /// What happened.
    public let text: String
    /// Where it is known from.
    public let source: Source
    /// What the evidence is worth.
    public let grade: Grade
    /// The one fact that it states; entries that give the same fact different values contradict each other.
    public let fact: Fact?

    /// Where something is known from.
    public enum Source: Hashable, Sendable {
        /// The ledger: `ledger`.
        case ledger
        /// The gateway's access log: `access`.
        case access
        /// Another system's log, by name: `foreign:NAME`.
        case foreign(String)
        /// Somebody said so: `person`.
        case person
    }

    /// What evidence is worth. The raw value is what lines say.
    public enum Grade: String, Hashable, Sendable, CaseIterable {
        /// Entries of a ledger that verifies.
        case proven
        /// Written down by a system of the installation, without proof of completeness.
        case recorded
        /// Written down by another system.
        case foreign
        /// Said by a person.
        case stated
    }

    /// A fact with a name and a value: `first-access` and `2026-01-05T08:30Z`.
    public struct Fact: Hashable, Sendable {
        /// Its name.
        public let name: String
        /// What this entry says it is.
        public let value: String

        /// Joins both.
        public init(name: String, value: String) { (self.name, self.value) = (name, value) }
    }

    /// Joins the parts; the grade is the best that the source may have unless a lower one is given.
    public init(moment: Timestamp, text: String, source: Source, grade: Grade? = nil, fact: Fact? = nil) {
        (self.moment, self.text, self.source) = (moment, text, source)
        (self.grade, self.fact) = (grade ?? source.grades[0], fact)
    }
}

extension IncidentEntry.Source {
    /// Reads what ``word`` writes; a foreign log's name is checked by the reader.
    public init?(word: String) {
        switch word {
        case "ledger": self = .ledger
        case "access": self = .access
        case "person": self = .person
        default:
            guard word.hasPrefix("foreign:") else { return nil }
            self = .foreign(String(word.dropFirst(8)))
        }
    }

    /// What lines say.
    public var word: String {
        switch self {
        case .ledger: "ledger"
        case .access: "access"
        case .foreign(let name): "foreign:" + name
        case .person: "person"
        }
    }

    /// The grades that evidence of this source may have, the best first: only the ledger proves.
    public var grades: [IncidentEntry.Grade] {
        switch self {
        case .ledger: [.proven, .recorded]
        case .access: [.recorded]
        case .foreign: [.foreign]
        case .person: [.stated]
        }
    }
}
