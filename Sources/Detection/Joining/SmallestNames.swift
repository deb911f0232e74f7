/// The smallest so many of the names put in: the same whatever the order, and whatever is merged with what.
struct SmallestNames: Hashable, Sendable, Codable {
    private let limit: Int
    private(set) var sorted: [String] = []

    init(limit: Int) { self.limit = max(1, limit) }

    mutating func insert(_ name: String) {
        var (low, high) = (0, sorted.count)
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < name { low = middle + 1 } else { high = middle }
        }
        if low < sorted.count, sorted[low] == name { return }
        guard low < limit else { return }
        sorted.insert(name, at: low)
        if sorted.count > limit { sorted.removeLast() }
    }

    mutating func merge(_ other: SmallestNames) {
        for name in other.sorted { insert(name) }
    }
}
