/// One patient's resources, ready to be searched in memory (R4, search).
///
/// Nothing outside the set takes part: a reference that leads out of it matches by its text where it is searched for,
/// and is never followed. Indexes count in ``records``.
public struct ClinicalSearch: Sendable {
    /// The resources.
    public let records: [ClinicalRecord]
    private let places: [ClinicalRecord.Key: Int]
    private let byType: [UInt16: [Int]]

    /// Takes the resources; of two with the same type and id, the later one is referred to.
    public init(_ records: [ClinicalRecord]) {
        self.records = records
        var places: [ClinicalRecord.Key: Int] = [:]
        var byType: [UInt16: [Int]] = [:]
        places.reserveCapacity(records.count)
        for (index, record) in records.enumerated() {
            places[record.key] = index
            byType[record.type.node, default: []].append(index)
        }
        self.places = places
        self.byType = byType
    }

    /// All matches in order: by the keys of `_sort`, what has no value last, then by id; of `$lastn` group by group.
    public func matches(_ query: ClinicalQuery) -> [Int] {
        let evaluation = Evaluation(self, query)
        let found = (byType[query.type.node] ?? []).filter { index in
            query.criteria.allSatisfy { evaluation.satisfies($0, index) }
        }
        let sorted = evaluation.sorted(found)
        guard let count = query.lastOfEach else { return sorted }
        return CodeGroups.groups(sorted, of: records).flatMap { $0.prefix(count) }
    }

    /// What the includes of the query add to some matches, each once and none of these, by type and id.
    public func included(with matches: [Int], _ query: ClinicalQuery) -> [Int] { collected(with: matches, query).added }

    private func collected(with matches: [Int], _ query: ClinicalQuery) -> (added: [Int], isCut: Bool) {
        guard !query.includes.isEmpty else { return ([], false) }
        let collector = IncludeCollector(Evaluation(self, query))
        let added = collector.included(with: matches)
        return (added.sorted { ClinicalRecord.isBefore(records[$0], records[$1]) }, collector.isCut)
    }

    /// The page that begins after `offset` matches.
    public func page(_ query: ClinicalQuery, offset: Int = 0) -> ClinicalPage {
        let all = matches(query)
        let total = query.total == .none && !query.isCountOnly ? nil : all.count
        guard !query.isCountOnly else {
            return ClinicalPage(matches: [], included: [], isCut: false, total: total, next: nil)
        }
        let start = min(max(0, offset), all.count)
        let end = min(all.count, start + query.count)
        let page = Array(all[start..<end])
        let (added, isCut) = collected(with: page, query)
        return ClinicalPage(
            matches: page, included: added, isCut: isCut, total: total, next: end < all.count ? end : nil)
    }

    /// The resource that a reference names, if it is of the set.
    func place(of reference: LocalReference) -> Int? {
        guard case .here(let type, let id, _) = reference else { return nil }
        return places[ClinicalRecord.Key(type: type, id: id)]
    }

    /// The resources of a type.
    func places(of type: UInt16) -> [Int] { byType[type] ?? [] }
}
