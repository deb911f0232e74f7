import Response
import Vocabulary

/// What a planted ledger's maker knows: for each question, whose keys of which tier were released. Kept by the maker
/// while it writes, from what it decided and not from what stands in the entries.
struct PlantedTruth {
    /// A practice's patient and tier.
    struct Key: Hashable {
        let practice: PracticeID
        let subject: SubjectID
        let tier: Tier
    }

    /// The questions, by name.
    private(set) var queries: [String: ScopeQuery] = [:]
    /// The answers.
    private(set) var answers: [String: Set<Key>] = [:]

    mutating func ask(_ name: String, _ query: ScopeQuery) {
        queries[name] = query
        answers[name] = []
    }

    mutating func note(_ name: String, _ key: Key) { answers[name]?.insert(key) }
}
