extension RuleAssembly {
    /// The set: each item after all that it counts. Unknown names, circles and what hangs on them are errors.
    func resolved(limits: SigmaLimits) -> (rules: RuleSet, errors: [RuleError]) {
        var order = ReferenceOrder(items: items)
        order.sort()
        var errors = errors + order.errors
        var (set, placed): (RuleSet, [Int: Int]) = (RuleSet(), [:])
        for index in order.sorted {
            do {
                guard let item = try item(index, placed, order.references[index]) else { continue }
                placed[index] = set.items.count
                set.items.append(item)
            } catch { errors.append(error) }
        }
        set.reports = [Bool](repeating: true, count: set.items.count)
        for index in order.sorted {
            guard case .correlation(let draft) = items[index], !draft.generates, placed[index] != nil else { continue }
            for place in order.references[index].compactMap({ placed[$0] }) { set.reports[place] = false }
        }
        return (set, errors)

        func item(_ index: Int, _ placed: [Int: Int], _ references: [Int]) throws(RuleError) -> RuleSet.Item? {
            switch items[index] {
            case .rule(let draft): return .rule(try draft.rule(limits: limits))
            case .correlation(let draft):
                let places = references.compactMap { placed[$0] }
                guard places.count == draft.rules.count else {
                    throw draft.head.place.refuse("a rule that it counts was refused", instead: "mend that rule first")
                }
                return .correlation(draft.correlation(at: places))
            }
        }
    }
}
