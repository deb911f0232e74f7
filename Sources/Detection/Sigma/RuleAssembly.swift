/// All that was read, being put together: doubles, filters, pipelines, references.
struct RuleAssembly {
    private(set) var items: [SigmaItem]
    private(set) var errors: [RuleError] = []
    /// Places in ``items`` by id, lower case, and by name.
    private var places: [String: Int] = [:]

    init(items: [SigmaItem]) { self.items = items }

    /// Refuses what has the id or name of another.
    mutating func removeDoubles() {
        var kept: [SigmaItem] = []
        for item in items {
            let keys = RuleAssembly.keys(item.head)
            if let key = keys.first(where: { places[$0] != nil }), let other = places[key] {
                errors.append(
                    item.head.place.refuse(
                        "this id or name is already that of \(kept[other].head.place)", instead: "give it another"))
                continue
            }
            for key in keys { places[key] = kept.count }
            kept.append(item)
        }
        items = kept
    }

    private static func keys(_ head: RuleHead) -> [String] {
        [head.id?.lowercased(), head.name].compactMap { $0 }
    }

    /// The item that a reference means: by id, in any case, or by name.
    private func place(of reference: String) -> Int? { places[reference] ?? places[reference.lowercased()] }

    /// ANDs filters to the rules they name.
    mutating func apply(_ filters: [FilterDraft]) {
        for filter in filters {
            guard let names = filter.rules else {
                for index in items.indices { apply(filter, at: index) }
                continue
            }
            for name in names { apply(filter, to: name) }
        }
    }

    private mutating func apply(_ filter: FilterDraft, at index: Int) {
        guard case .rule(var draft) = items[index], filter.isAbout(draft) else { return }
        filter.apply(to: &draft)
        items[index] = .rule(draft)
    }

    private mutating func apply(_ filter: FilterDraft, to name: String) {
        guard let index = place(of: name) else {
            return errors.append(unknown(name, filter.head.place))
        }
        guard case .rule(let draft) = items[index] else {
            return errors.append(
                filter.head.place.refuse(
                    "`\(name.prefix(60))` is a correlation", instead: "filter the rules that it counts"))
        }
        guard filter.isAbout(draft) else {
            return errors.append(
                filter.head.place.refuse(
                    "`\(name.prefix(60))` is about \(draft.source.written), the filter about \(filter.source.written)",
                    instead: "give the filter the rule's logsource"))
        }
        apply(filter, at: index)
    }

    private func unknown(_ name: String, _ place: RulePlace) -> RuleError {
        let near = NearestName(to: name, among: items.compactMap(\.head.name)).name
        return place.refuse(
            "no rule has the id or name `\(name.prefix(60))`",
            instead: near.map { "write `\($0)`" } ?? "give the rule that name, or read its file as well")
    }

    /// Applies pipelines in order; what one refuses is left out.
    mutating func apply(_ pipelines: [Pipeline], limits: SigmaLimits) {
        guard !pipelines.isEmpty else { return }
        let all = items.indices.map { sources(of: $0) }
        var refused: Set<Int> = []
        for index in items.indices {
            do throws(RuleError) {
                for pipeline in pipelines {
                    try pipeline.apply(to: &items[index], sources: all[index], limits: limits)
                }
            } catch {
                errors.append(error)
                refused.insert(index)
            }
        }
        drop(refused)
    }

    private mutating func drop(_ refused: Set<Int>) {
        guard !refused.isEmpty else { return }
        items = items.indices.filter { !refused.contains($0) }.map { items[$0] }
        places = [:]
        for (index, item) in items.enumerated() { for key in RuleAssembly.keys(item.head) { places[key] = index } }
    }

    /// The sources of a rule, or of all that a correlation counts.
    private func sources(of index: Int) -> [LogSource] {
        var (found, open, seen): ([LogSource], [Int], Set<Int>) = ([], [index], [index])
        while let next = open.popLast() {
            switch items[next] {
            case .rule(let draft): found.append(draft.source)
            case .correlation(let draft):
                for place in draft.rules.compactMap({ place(of: $0) }) where seen.insert(place).inserted {
                    open.append(place)
                }
            }
        }
        return found
    }
}
