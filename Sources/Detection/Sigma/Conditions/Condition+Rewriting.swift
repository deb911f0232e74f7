extension Condition {
    /// The condition with searches at other places; those without a place, and what held nothing else, are left out.
    func moved(_ place: (Int) -> Int?) -> Condition? {
        switch self {
        case .search(let index): return place(index).map { .search($0) }
        case .not(let part): return part.moved(place).map { .not($0) }
        case .and(let parts): return Condition.joined(parts.compactMap { $0.moved(place) }) { .and($0) }
        case .or(let parts): return Condition.joined(parts.compactMap { $0.moved(place) }) { .or($0) }
        case .atLeast(let count, let parts):
            let left = parts.compactMap { $0.moved(place) }
            return Condition.joined(left) { count >= $0.count ? .and($0) : .atLeast(count, $0) }
        }
    }

    private static func joined(_ parts: [Condition], _ join: ([Condition]) -> Condition) -> Condition? {
        parts.count < 2 ? parts.first : join(parts)
    }
}
