import Vocabulary

/// One query asked of one set: what it found of references on the way is kept, so that no resource is asked twice.
final class Evaluation {
    let search: ClinicalSearch
    let query: ClinicalQuery
    /// By slot, for each resource whether the link's criterion holds.
    private var known: [[Bool?]]
    /// By slot, for each resource whether one that satisfies the link refers to it.
    private var referred: [[Bool]]

    init(_ search: ClinicalSearch, _ query: ClinicalQuery) {
        self.search = search
        self.query = query
        known = Array(repeating: [], count: query.slots)
        referred = Array(repeating: [], count: query.slots)
    }

    /// Whether a resource satisfies a criterion.
    func satisfies(_ criterion: Criterion, _ index: Int) -> Bool {
        switch criterion {
        case .value(let parameter, let test): satisfies(parameter, test, index)
        case .chain(let parameter, let links):
            targets(of: parameter, index).contains { target in
                links.contains { $0.type == search.records[target].type.node && holds($0, target) }
            }
        case .reverse(let parameter, let link): isReferred(index, parameter, link)
        }
    }

    private func satisfies(_ parameter: SearchParameter, _ test: ValueTest, _ index: Int) -> Bool {
        let nodes = values(of: parameter, index)
        let context = context(index)
        switch test {
        case .missing(let isMissing): return nodes.isEmpty == isMissing
        case .any(let matches): return nodes.contains { node in matches.contains { $0.matches(node, context) } }
        case .none(let matches): return !nodes.contains { node in matches.contains { $0.matches(node, context) } }
        }
    }

    private func holds(_ link: Criterion.Link, _ index: Int) -> Bool {
        if known[link.slot].isEmpty { known[link.slot] = Array(repeating: nil, count: search.records.count) }
        if let found = known[link.slot][index] { return found }
        let found = satisfies(link.criterion, index)
        known[link.slot][index] = found
        return found
    }

    private func isReferred(_ index: Int, _ parameter: SearchParameter, _ link: Criterion.Link) -> Bool {
        if referred[link.slot].isEmpty {
            var marks = Array(repeating: false, count: search.records.count)
            for source in search.places(of: link.type) where satisfies(link.criterion, source) {
                for target in targets(of: parameter, source) { marks[target] = true }
            }
            referred[link.slot] = marks
        }
        return referred[link.slot][index]
    }

    /// The resources of the set that a reference parameter of a resource points to.
    func targets(of parameter: SearchParameter, _ index: Int) -> [Int] {
        values(of: parameter, index).compactMap { $0.reference(query.options.bases).flatMap(search.place) }
    }

    /// The values of a parameter; the id and the time of the version are the record's own.
    func values(of parameter: SearchParameter, _ index: Int) -> [PathNode] {
        let record = search.records[index]
        switch parameter.name {
        case "_id": return [PathNode(.string(record.id), .primitive(.id))]
        case "_lastUpdated": return [PathNode(.string(record.lastUpdated.instant), .primitive(.instant))]
        case "_content": return [record.root]
        case "_text":
            let narrative = record.resource["text"]?["div"]?.string
            return narrative.map { [PathNode(.string(NarrativeText.plain($0)), .primitive(.string))] } ?? []
        default: return parameter.path.map { context(index).values($0, from: record.root) } ?? []
        }
    }

    func context(_ index: Int) -> MatchContext {
        let (search, bases) = (search, query.options.bases)
        return MatchContext(root: search.records[index].root, bases: bases, zone: query.options.zone) { reference in
            search.place(of: LocalReference(reference, bases: bases)).map { search.records[$0].root }
        }
    }
}
