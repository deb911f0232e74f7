import FHIR
import JSONTree
import Store
import Vocabulary

extension RecordSession {
    /// The most resources of one patient that a search looks at.
    public static let maximumSearched = 50_000
    /// The most sealed bytes of them.
    public static let maximumSearchedBytes = 64 << 20

    /// Searches within one patient, or, where none is named, among the practice's own resources: after opening, over what the
    /// reader may see, so that nothing hidden decides (R4, search).
    ///
    /// - Parameter digest: the query as text, to which a page belongs.
    /// - Throws: `forbidden`, `page`, `tooLarge` for more than ``maximumSearched`` resources, and as
    ///   ``list(patient:types:count:page:)``.
    public func search(
        patient: PatientID?, _ query: ClinicalQuery, digest: [String], page: String? = nil
    ) async throws(RecordError) -> ClinicalResult {
        try await logged(AccessEvent(operation: .search, patient: patient)) { () throws(RecordError) in
            try require(.search, query.type.name, of: patient)
            let asked = PageQuery(
                "clinical", [patient?.description ?? "", query.type.name] + digest, count: query.count)
            let offset = try page.map { text throws(RecordError) in
                guard let offset = Int(try self.open(text, of: asked)) else { throw .page }
                return offset
            }
            let set = try await searchedSet(patient, query.types?.map(\.name).sorted())
            let found = set.search.page(query, offset: offset ?? 0)
            let matches = found.matches.map { set.records[$0] }
            let included = found.included.map { set.records[$0] }
            return (
                result: ClinicalResult(
                    matches: matches.map { $0.record.projected(query.projection) },
                    included: included.map { $0.record.projected(query.projection) }, isCut: found.isCut,
                    total: found.total,
                    next: try found.next.map { next throws(RecordError) in try seal(String(next), of: asked) },
                    omits: set.omits, withheld: set.withheld, ignored: query.ignored),
                shown: matches + included
            )
        } shown: { event, found in
            for opened in found.shown { event.add(opened) }
        }.result
    }

    /// The same session for as long as none of the practice's own resources is written: they are opened once, however many
    /// searches look through them.
    public func rememberingOwn() -> RecordSession {
        var session = self
        session.own = OwnResources()
        return session
    }

    /// Opens them anew from here on.
    public func forgetOwn() { own?.forget() }

    /// What was opened for a search, or was before.
    private func searchedSet(_ patient: PatientID?, _ types: [String]?) async throws(RecordError) -> SearchedSet {
        guard patient == nil else { return try await opened(patient, types) }
        let types = ResourceType.patientless.keys.filter { types?.contains($0) ?? true }.sorted()
        if let set = own?[types] { return set }
        let set = try await opened(patient, types)
        own?.keep(set, of: types)
        return set
    }

    /// All of a patient's resources of some types, or of the practice's own, that the session may search, opened. An identity
    /// opening of the patient is due also when there is none.
    private func opened(_ patient: PatientID?, _ types: [String]?) async throws(RecordError) -> SearchedSet {
        guard info.readable != [] else { throw .forbidden }
        let asked = types
        let types = try searchable(types, of: patient)
        try await condition(on: patient)
        let versions = try await searched(patient, types)
        var needs = patient == nil ? KeyNeeds() : KeyNeeds(.identity)
        for version in versions { needs.add(version) }
        let keys = try await keys(of: patient, needs)
        if let refusal = keys.refusal(patient, .identity) { throw RecordError(refusal) }
        let opener = Opener(practice: practice, keys: keys, asText: true)
        let found = try await Parallel.map(versions, slice: 256) { version throws(RecordError) in
            try opener.open(version).flatMap(SearchedRecord.init)
        }
        var filter = ScopeFilter(self, .search, of: patient)
        let opened = found.compactMap(\.self)
        let shown = opened.filter { filter.allows($0.opened.record) }
        // Of the practice's own a scope leaves out what a condition would make once more.
        let isNarrowed = patient == nil && (types?.count != asked?.count || shown.count < opened.count)
        return SearchedSet(
            shown, omits: opened.count < versions.count || isNarrowed, withheld: keys.withheld(patient))
    }

    /// The sealed versions, as many as are searched in memory.
    private func searched(_ patient: PatientID?, _ types: [String]?) async throws(RecordError) -> [StoredVersion] {
        var versions: [StoredVersion] = []
        var after: ResourceKey?
        var bytes = 0
        while true {
            let place = after
            let some = try await RecordError.mapping { try await list(patient, types, after: place) }
            versions += some
            bytes += some.reduce(0) { $0 + $1.size }
            guard versions.count <= RecordSession.maximumSearched, bytes <= RecordSession.maximumSearchedBytes else {
                throw .tooLarge
            }
            guard some.isFullPage(of: StoreLimits.maximumPage), let last = some.last else { return versions }
            after = last.key
        }
    }

    private func list(
        _ patient: PatientID?, _ types: [String]?, after: ResourceKey?
    ) async throws -> [StoredVersion] {
        let limit = StoreLimits.maximumPage
        guard let patient else {
            return try await service.store.listOwn(
                types: types ?? [], after: after, limit: limit, tiers: info.readable, in: practice)
        }
        return try await service.store.list(
            patient, types: types, after: after, limit: limit, tiers: info.readable, in: practice)
    }
}

extension Record {
    /// As much of it as a query wants to see.
    public func projected(_ projection: Projection) -> Record {
        guard projection != .whole, let resource else { return self }
        return Record(
            type: type, id: id, version: version, lastUpdated: lastUpdated,
            content: .tree(projection.apply(resource)), hidden: hidden, withheld: withheld)
    }
}
