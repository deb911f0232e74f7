/// Collects what includes add: round by round while something is new, no further than the limits.
final class IncludeCollector {
    private let evaluation: Evaluation
    /// By rule, what each resource refers to by it.
    private var references: [[[Int]?]]
    /// All that each resource refers to, for rules without a parameter.
    private var all: [[Int]?]
    /// Whether the limit kept something out.
    private(set) var isCut = false

    private var search: ClinicalSearch { evaluation.search }
    private var rules: [IncludeRule] { evaluation.query.includes }

    init(_ evaluation: Evaluation) {
        self.evaluation = evaluation
        let none: [[Int]?] = Array(repeating: nil, count: evaluation.search.records.count)
        all = none
        references = Array(repeating: none, count: evaluation.query.includes.count)
    }

    /// Everything that is added to the matches.
    func included(with matches: [Int]) -> [Int] {
        let limits = evaluation.query.options.limits
        var (seen, added, latest) = (Set(matches), [Int](), matches)
        for round in 0...limits.includeRounds {
            var new: [Int] = []
            for rule in rules.indices where round == 0 || rules[rule].isIterating {
                for index in rules[rule].isReverse ? referring(rule, Set(latest)) : referred(rule, latest)
                where seen.insert(index).inserted {
                    guard added.count + new.count < limits.included else {
                        isCut = true
                        return added + new
                    }
                    new.append(index)
                }
            }
            guard !new.isEmpty else { return added }
            added += new
            latest = new
        }
        return added
    }

    private func referred(_ rule: Int, _ sources: [Int]) -> [Int] {
        sources.flatMap { targets(rule, $0) }
    }

    private func referring(_ rule: Int, _ wanted: Set<Int>) -> [Int] {
        let candidates = rules[rule].source.map { search.places(of: $0.node) } ?? Array(search.records.indices)
        return candidates.filter { targets(rule, $0).contains(where: wanted.contains) }
    }

    /// What a resource refers to by a rule.
    private func targets(_ rule: Int, _ index: Int) -> [Int] {
        if let known = references[rule][index] { return known }
        let found = find(rules[rule], index)
        references[rule][index] = found
        return found
    }

    private func find(_ rule: IncludeRule, _ index: Int) -> [Int] {
        let record = search.records[index]
        guard rule.source == nil || rule.source == record.type else { return [] }
        let targets: [Int]
        if let parameter = rule.parameter {
            targets = evaluation.targets(of: parameter, index)
        } else {
            targets = everything(index)
        }
        return targets.filter { rule.target == nil || rule.target == search.records[$0].type }
    }

    private func everything(_ index: Int) -> [Int] {
        if let known = all[index] { return known }
        let bases = evaluation.query.options.bases
        let found = References.all(in: search.records[index].resource).compactMap {
            search.place(of: LocalReference($0, bases: bases))
        }
        all[index] = found
        return found
    }
}
