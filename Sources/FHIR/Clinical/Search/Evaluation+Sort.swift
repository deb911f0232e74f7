extension Evaluation {
    private struct Ranked {
        let index: Int
        let values: [SortValue?]
    }

    /// Resources by the keys of the query, then by id. Of several values, the one that comes first in the order counts;
    /// what has none comes last either way.
    func sorted(_ found: [Int]) -> [Int] {
        let keys = query.sort
        let ranked = found.map { index in Ranked(index: index, values: keys.map { value($0, index) }) }
        return ranked.sorted { isBefore($0, $1, keys) }.map(\.index)
    }

    private func value(_ key: SortKey, _ index: Int) -> SortValue? {
        let context = context(index)
        let values = values(of: key.parameter, index).flatMap { $0.sortValues(key.parameter.kind, context) }
        return key.isDescending ? values.max() : values.min()
    }

    private func isBefore(_ a: Ranked, _ b: Ranked, _ keys: [SortKey]) -> Bool {
        for (place, key) in keys.enumerated() {
            switch (a.values[place], b.values[place]) {
            case (let left?, let right?) where left != right: return (left < right) != key.isDescending
            case (nil, .some): return false
            case (.some, nil): return true
            default: continue
            }
        }
        return ClinicalRecord.isBefore(search.records[a.index], search.records[b.index])
    }
}
