/// The order in which items can stand so that correlations come after what they count.
struct ReferenceOrder {
    private let items: [SigmaItem]
    private let places: [String: Int]
    /// What each item counts, by place; empty for rules.
    private(set) var references: [[Int]] = []
    /// The places of items that can be resolved, in order.
    private(set) var sorted: [Int] = []
    private(set) var errors: [RuleError] = []

    init(items: [SigmaItem]) {
        self.items = items
        var places: [String: Int] = [:]
        for (index, item) in items.enumerated() {
            for key in [item.head.id?.lowercased(), item.head.name].compactMap({ $0 }) where places[key] == nil {
                places[key] = index
            }
        }
        self.places = places
    }

    /// Finds references, then takes what depends on nothing that is not yet taken (Kahn's order, which needs no
    /// recursion).
    mutating func sort() {
        var (waiting, dependents) = (
            [Int](repeating: 0, count: items.count), [[Int]](repeating: [], count: items.count)
        )
        var unknown: Set<Int> = []
        for index in items.indices {
            let found = found(index)
            references.append(found ?? [])
            if found == nil { unknown.insert(index) }
            waiting[index] = references[index].count
            for other in references[index] { dependents[other].append(index) }
        }
        var ready = items.indices.filter { waiting[$0] == 0 && !unknown.contains($0) }
        var next = 0
        while next < ready.count {
            for other in dependents[ready[next]] {
                waiting[other] -= 1
                if waiting[other] == 0 { ready.append(other) }
            }
            next += 1
        }
        sorted = ready
        refuse(Set(items.indices).subtracting(ready).subtracting(unknown), unknown)
    }

    private mutating func found(_ index: Int) -> [Int]? {
        guard case .correlation(let draft) = items[index] else { return [] }
        var found: [Int] = []
        for name in draft.rules {
            guard let place = places[name] ?? places[name.lowercased()] else {
                let near = NearestName(to: name, among: items.compactMap(\.head.name)).name
                errors.append(
                    draft.head.place.refuse(
                        "no rule has the id or name `\(name.prefix(60))`",
                        instead: near.map { "write `\($0)`" } ?? "give the rule that name, or read its file as well"))
                return nil
            }
            found.append(place)
        }
        return found
    }

    /// Those left over stand in a circle, or count what was refused.
    private mutating func refuse(_ left: Set<Int>, _ unknown: Set<Int>) {
        for (count, index) in left.sorted().enumerated() {
            let circle = count < 100 ? circle(from: index) : []
            let place = items[index].head.place
            if circle.isEmpty {
                errors.append(place.refuse("what it counts was refused, or counts itself", instead: "mend that first"))
            } else {
                let names = circle.prefix(8).map { items[$0].head.name ?? items[$0].head.id ?? items[$0].head.title }
                errors.append(
                    place.refuse(
                        "it counts itself: \(names.joined(separator: " → "))",
                        instead: "let one of them count a rule"))
            }
        }
    }

    /// The way from an item back to itself; empty when there is none.
    private func circle(from start: Int) -> [Int] {
        var (before, open, seen): ([Int: Int], [Int], Set<Int>) = ([:], [start], [])
        while let index = open.popLast() {
            for other in references[index] {
                if other == start {
                    var way = [start, index]
                    while let last = way.last, last != start, let step = before[last], way.count < 1_000 {
                        way.append(step)
                    }
                    return way.last == start ? way.reversed() : [start, start]
                }
                if seen.insert(other).inserted {
                    before[other] = index
                    open.append(other)
                }
            }
        }
        return []
    }
}
