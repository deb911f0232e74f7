extension ConditionSyntax {
    /// The expression over places of names; unknown names are errors that propose the nearest.
    func resolved(in names: [String], place: RulePlace) throws(RuleError) -> Condition {
        switch self {
        case .name(let name):
            guard let index = names.firstIndex(of: name) else {
                throw ConditionSyntax.unknown(name, among: names, place)
            }
            return .search(index)
        case .not(let part): return .not(try part.resolved(in: names, place: place))
        case .and(let parts): return .and(try ConditionSyntax.resolved(parts, names, place))
        case .or(let parts): return .or(try ConditionSyntax.resolved(parts, names, place))
        case .some(let quantity, let pattern): return try ConditionSyntax.some(quantity, pattern, names, place)
        }
    }

    static func unknown(_ name: String, among names: [String], _ place: RulePlace) -> RuleError {
        let near = NearestName(to: name, among: names).name
        return place.refuse(
            "nothing is called `\(name.prefix(60))`",
            instead: near.map { "write `\($0)`" } ?? "there is \(names.prefix(5).joined(separator: ", "))")
    }

    private static func resolved(
        _ parts: [ConditionSyntax], _ names: [String], _ place: RulePlace
    ) throws(RuleError) -> [Condition] {
        var conditions: [Condition] = []
        for part in parts { conditions.append(try part.resolved(in: names, place: place)) }
        return conditions
    }

    /// Names that begin with `_` are not in `them`, nor in a pattern that does not begin with `_` itself.
    private static func some(
        _ quantity: Quantity, _ pattern: String, _ names: [String], _ place: RulePlace
    ) throws(RuleError) -> Condition {
        let isThem = pattern.lowercased() == "them"
        let found = names.indices.filter {
            let isHidden = names[$0].hasPrefix("_") && !pattern.hasPrefix("_")
            return !isHidden && (isThem || isLike(Array(names[$0].utf8), Array(pattern.utf8)))
        }
        guard !found.isEmpty else {
            throw place.refuse(
                "no search is called like `\(pattern.prefix(60))`",
                instead: "there is \(names.prefix(5).joined(separator: ", "))")
        }
        switch quantity {
        case .all: return found.count == 1 ? .search(found[0]) : .and(found.map { .search($0) })
        case .atLeast(1): return found.count == 1 ? .search(found[0]) : .or(found.map { .search($0) })
        case .atLeast(let count):
            guard count <= found.count else {
                throw place.refuse(
                    "\(count) of \(found.count) can never match", instead: "write at most \(found.count)")
            }
            return count == found.count ? .and(found.map { .search($0) }) : .atLeast(count, found.map { .search($0) })
        }
    }

    /// Whether a name is like a pattern with `*`, in steps bounded by the two lengths' product.
    private static func isLike(_ name: [UInt8], _ pattern: [UInt8]) -> Bool {
        var (n, p, star, mark) = (0, 0, -1, 0)
        while n < name.count {
            if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
                (star, mark) = (p, n)
                p += 1
            } else if p < pattern.count, pattern[p] == name[n] {
                (n, p) = (n + 1, p + 1)
            } else if star >= 0 {
                mark += 1
                (n, p) = (mark, star + 1)
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
