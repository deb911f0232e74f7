import FHIR
import Store
import Vocabulary

extension RecordSession {
    /// A patient's resources of some types or all, by type and number; at most 200 a page.
    ///
    /// Throws `notFound` for a patient whom the practice does not hold, `page`, and `refused` when the broker refuses
    /// the patient's identity.
    public func list(
        patient: PatientID, types: [String]? = nil, count: Int = 50, page: String? = nil
    ) async throws(RecordError) -> RecordPage {
        try await pages(.list, patient, types, CarePeriod(), min(max(count, 1), RecordLimits.maximumPage), page)
    }

    /// Everything about a patient, the Patient included; at most 1,000 resources a page. Throws as
    /// ``list(patient:types:count:page:)``.
    ///
    /// - Parameter period: leaves out what happened outside it, and what did not change since. A page may be shorter then.
    public func everything(
        patient: PatientID, types: [String]? = nil, in period: CarePeriod = CarePeriod(), count: Int = 200,
        page: String? = nil
    ) async throws(RecordError) -> RecordPage {
        try await pages(.everything, patient, types, period, min(max(count, 1), RecordLimits.maximumEverything), page)
    }

    private func pages(
        _ operation: AccessEvent.Operation, _ patient: PatientID, _ types: [String]?, _ period: CarePeriod,
        _ count: Int, _ page: String?
    ) async throws(RecordError) -> RecordPage {
        try await logged(AccessEvent(operation: operation, patient: patient)) { () throws(RecordError) in
            guard info.readable != [] else { throw .forbidden }
            if let unknown = types?.firstIndex(where: { ResourceType($0) == nil }) {
                throw .invalid([RecordIssue("unknown-type", "_type[\(unknown)]")])
            }
            let types = try searchable(types, of: patient)
            let query = PageQuery(
                operation.rawValue,
                [patient.description, period.text] + (types.map { Set($0).sorted() } ?? ["*"]), count: count)
            let after = try page.map { text throws(RecordError) in try self.place(text, of: query) }
            let versions = try await RecordError.mapping {
                try await service.store.list(
                    patient, types: types, after: after, limit: count, tiers: info.readable, in: practice)
            }
            let last = versions.isFullPage(of: count) ? versions.last?.key.description : nil
            return try await self.page(
                versions.filter { period.allows(lastUpdated: $0.manifest.lastUpdated) }, of: patient, query, last,
                where: period.allows)
        } shown: { event, page in
            for opened in page.opened { event.add(opened) }
        }.page
    }

    /// The resource that a page lies behind.
    private func place(_ token: String, of query: PageQuery) throws(RecordError) -> ResourceKey {
        let halves = try open(token, of: query).split(separator: "/", maxSplits: 1)
        guard halves.count == 2, let key = ResourceKey(type: String(halves[0]), id: String(halves[1])) else {
            throw .page
        }
        return key
    }

    /// Opens the versions of one patient (or of a resource about none) as a page; `last` is where the next page begins.
    ///
    /// An identity opening is due also for an empty page: it says something of the patient.
    func page(
        _ versions: [StoredVersion], of patient: PatientID?, _ query: PageQuery, _ last: String?,
        for permission: Scope.Permission = .search, where isWanted: (Record) -> Bool = { _ in true }
    ) async throws(RecordError) -> (page: RecordPage, opened: [OpenedRecord]) {
        var needs = KeyNeeds()
        if patient != nil { needs.add(.identity, 1) }
        for version in versions { needs.add(version) }
        let keys = try await keys(of: patient, needs)
        if let refusal = keys.refusal(patient, .identity) { throw RecordError(refusal) }
        let opener = Opener(practice: practice, keys: keys, asText: true)
        var opened: [OpenedRecord] = []
        opened.reserveCapacity(versions.count)
        for version in versions {
            if let record = try opener.open(version) { opened.append(record) }
        }
        let omitted = versions.count - opened.count
        var filter = ScopeFilter(self, permission, of: patient)
        opened.removeAll { !isWanted($0.record) || !$0.record.deleted && !filter.allows($0.record) }
        let page = RecordPage(
            records: opened.map(\.record),
            next: try last.map { place throws(RecordError) in try seal(place, of: query) },
            omitted: omitted, withheld: keys.withheld(patient))
        return (page, opened)
    }
}
