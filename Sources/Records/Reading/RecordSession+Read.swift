import FHIR
import Store
import Vocabulary

extension RecordSession {
    /// A resource as the session may see it, the current version unless one is named.
    ///
    /// Throws `notFound`, `gone`, `forbidden` when the role may not see the tier that holds its structure, `refused`
    /// when the broker refuses that tier. A refusal of another tier leaves its elements out and says so
    /// (``Record/withheld``).
    public func read(_ type: String, _ id: String, version: UInt32? = nil) async throws(RecordError) -> Record {
        try await logged(AccessEvent(operation: .read, about: ResourceKey(type: type, id: id))) {
            () throws(RecordError) in
            let stored = try await visible(type, id, version: version)
            return try await opened(stored)
        } shown: { event, opened in
            event.tiers = opened.shown
        }.record
    }

    /// The versions of a resource, newest first; deletions are among them.
    public func history(
        _ type: String, _ id: String, count: Int = 50, page: String? = nil
    ) async throws(RecordError) -> RecordPage {
        let event = AccessEvent(operation: .history, about: ResourceKey(type: type, id: id))
        return try await logged(event) { () throws(RecordError) in
            let key = try key(type, id)
            try require(.read, type, of: key.patient)
            let query = PageQuery("history", [type, id], count: min(max(count, 1), RecordLimits.maximumPage))
            let before = try page.map { text throws(RecordError) in try self.open(text, of: query) }
            let versions = try await RecordError.mapping {
                try await service.store.history(
                    key, before: before.flatMap { UInt32($0) }, limit: query.count, tiers: info.readable, in: practice)
            }
            guard !versions.isEmpty || before != nil else { throw try await absent(key) }
            let last = versions.isFullPage(of: query.count) ? versions.last.map { String($0.version) } : nil
            return try await self.page(versions, of: key.patient, query, last, for: .read)
        } shown: { event, page in
            for opened in page.opened { event.tiers.formUnion(opened.shown) }
        }.page
    }

    /// The key of a type and id as they came. Throws `notFound` for texts that are none.
    func key(_ type: String, _ id: String) throws(RecordError) -> ResourceKey {
        guard ResourceType(type) != nil, let key = ResourceKey(type: type, id: id) else { throw .notFound }
        return key
    }

    /// A version that exists, is not deleted and that the role may see; its parts of the tiers that the role may see.
    ///
    /// Whatever it throws because of what is stored about a patient, it pays for first.
    func visible(
        _ type: String, _ id: String, version: UInt32? = nil, for permission: Scope.Permission = .read
    ) async throws(RecordError) -> StoredVersion {
        guard info.readable != [] else { throw .forbidden }
        let key = try key(type, id)
        try require(permission, type, of: key.patient)
        let found = try await RecordError.mapping {
            try await service.store.read(key, version: version, tiers: info.readable, in: practice)
        }
        guard let found else { throw try await absent(key) }
        guard !found.manifest.deleted else {
            try await condition(on: key.patient)
            throw .gone
        }
        guard info.readable.contains(found.manifest.base) else {
            try await condition(on: key.patient)
            throw .forbidden
        }
        return found
    }

    /// What a missing resource is answered with: the same for an unknown patient, another practice's and an erased one.
    func absent(_ key: ResourceKey) async throws(RecordError) -> RecordError {
        guard info.readable != [] else { return .forbidden }
        try await condition(on: key.patient)
        return .notFound
    }

    /// Opens a version, asking for the keys of its parts.
    func opened(_ version: StoredVersion) async throws(RecordError) -> OpenedRecord {
        let keys = try await keys(of: version.key.patient, KeyNeeds(version))
        if let refusal = keys.refusal(version.key.patient, version.manifest.base) { throw RecordError(refusal) }
        guard let opened = try Opener(practice: practice, keys: keys, asText: true).open(version) else {
            throw .damaged
        }
        var filter = ScopeFilter(self, .read, of: version.key.patient)
        guard filter.allows(opened.record) else { throw .notFound }
        return opened
    }
}

extension AccessEvent {
    /// An operation on a resource, if the text named one.
    init(operation: Operation, about key: ResourceKey?) {
        self.init(operation: operation, patient: key?.patient, resources: key.map { [$0] } ?? [])
    }
}
