import Vocabulary

/// For each level the keys told, oldest first: what is forgotten first when memory is short, and what has expired.
struct LevelQueues: Sendable, Codable {
    struct Entry: Sendable, Codable {
        let key: String
        let ticket: UInt64
        let since: Timestamp
    }

    private var queues: [[Entry]] = RuleLevel.allCases.map { _ in [] }
    private var heads: [Int] = RuleLevel.allCases.map { _ in 0 }

    mutating func append(_ entry: Entry, level: RuleLevel) { queues[Self.place(level)].append(entry) }

    /// The oldest of a level.
    func first(_ level: RuleLevel) -> Entry? {
        let place = Self.place(level)
        return heads[place] < queues[place].count ? queues[place][heads[place]] : nil
    }

    mutating func removeFirst(_ level: RuleLevel) {
        let place = Self.place(level)
        guard heads[place] < queues[place].count else { return }
        heads[place] += 1
        if heads[place] > 64, heads[place] * 2 > queues[place].count {
            queues[place].removeFirst(heads[place])
            heads[place] = 0
        }
    }

    private static func place(_ level: RuleLevel) -> Int { RuleLevel.allCases.firstIndex(of: level) ?? 0 }
}
