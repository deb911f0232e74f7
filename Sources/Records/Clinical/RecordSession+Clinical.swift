import FHIR
import JSONTree
import Store
import Vocabulary

extension RecordSession {
    /// The most resources of one patient that a search looks at.
    public static let maximumSearched = 50_000
    /// The most sealed bytes of them.
    public static let maximumSearchedBytes = 64 << 20

    /// Searches within one patient: after opening, over what the reader may see, so that nothing hidden decides (R4, search).
    ///
    /// - Parameter digest: the query as text, to which a page belongs.
    /// - Throws: `forbidden`, `page`, `tooLarge` for more than ``maximumSearched`` resources, and as
    ///   ``list(patient:types:count:page:)``.
    public func search(
        patient: PatientID, _ query: ClinicalQuery, digest: [String], page: String? = nil
    ) async throws(RecordError) -> ClinicalResult {
        try await logged(AccessEvent(operation: .search, patient: patient)) { () throws(RecordError) in
            try require(.search, query.type.name, of: patient)
            let asked = PageQuery(
                "clinical", [patient.description, query.type.name] + digest, count: query.count)
            let offset = try page.map { text throws(RecordError) in
                guard let offset = Int(try self.open(text, of: asked)) else { throw .page }
                return offset
            }
            let opened = try await self.opened(patient, query.types?.map(\.name).sorted())
            let set = opened.records
            let search = ClinicalSearch(set.map(\.clinical))
            let found = search.page(query, offset: offset ?? 0)
            let matches = found.matches.map { set[$0].opened }
            let included = found.included.map { set[$0].opened }
            return (
                result: ClinicalResult(
                    matches: matches.map { $0.record.projected(query.projection) },
                    included: included.map { $0.record.projected(query.projection) }, isCut: found.isCut,
                    total: found.total,
                    next: try found.next.map { next throws(RecordError) in try seal(String(next), of: asked) },
                    omits: opened.omits, withheld: opened.withheld, ignored: query.ignored),
                shown: matches + included
            )
        } shown: { event, found in
            for opened in found.shown { event.add(opened) }
        }.result
    }

    /// All of a patient's resources of some types that the session may search, opened. An identity opening is due also
    /// when there is none.
    private func opened(
        _ patient: PatientID, _ types: [String]?
    ) async throws(RecordError) -> (records: [SearchedRecord], omits: Bool, withheld: [Tier: RefusalReason]) {
        guard info.readable != [] else { throw .forbidden }
        let types = try searchable(types, of: patient)
        try await condition(on: patient)
        let versions = try await searched(patient, types)
        var needs = KeyNeeds(.identity)
        for version in versions { needs.add(version) }
        let keys = try await keys(of: patient, needs)
        if let refusal = keys.refusal(patient, .identity) { throw RecordError(refusal) }
        let opener = Opener(practice: practice, keys: keys, asText: true)
        let found = try await Parallel.map(versions, slice: 256) { version throws(RecordError) in
            try opener.open(version).flatMap(SearchedRecord.init)
        }
        var filter = ScopeFilter(self, .search, of: patient)
        let opened = found.compactMap(\.self)
        return (
            opened.filter { filter.allows($0.opened.record) }, opened.count < versions.count, keys.withheld(patient)
        )
    }

    /// The sealed versions, as many as are searched in memory.
    private func searched(_ patient: PatientID, _ types: [String]?) async throws(RecordError) -> [StoredVersion] {
        var versions: [StoredVersion] = []
        var after: ResourceKey?
        var bytes = 0
        while true {
            let place = after
            let some = try await RecordError.mapping {
                try await service.store.list(
                    patient, types: types, after: place, limit: StoreLimits.maximumPage, tiers: info.readable,
                    in: practice)
            }
            versions += some
            bytes += some.reduce(0) { $0 + $1.size }
            guard versions.count <= RecordSession.maximumSearched, bytes <= RecordSession.maximumSearchedBytes else {
                throw .tooLarge
            }
            guard some.isFullPage(of: StoreLimits.maximumPage), let last = some.last else { return versions }
            after = last.key
        }
    }
}

extension Record {
    /// As much of it as a query wants to see.
    func projected(_ projection: Projection) -> Record {
        guard projection != .whole, let resource else { return self }
        return Record(
            type: type, id: id, version: version, lastUpdated: lastUpdated,
            content: .tree(projection.apply(resource)), hidden: hidden, withheld: withheld)
    }
}
