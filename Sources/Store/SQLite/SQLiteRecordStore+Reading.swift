import GRDB
import Vocabulary

extension SQLiteRecordStore {
    /// One statement; parts of earlier versions are looked up while it is under way, so from the same moment.
    public func read(
        _ key: ResourceKey, version: UInt32?, tiers: Tiers, in practice: PracticeID
    ) async throws -> StoredVersion? {
        try await readWithOneStatement(practice) { db in
            let query = VersionQuery(db, tiers)
            guard let version else { return try query.current(key) }
            return try query.numbered(key, version)
        } ?? nil
    }

    /// One read for all.
    public func current(
        _ keys: [ResourceKey], tiers: Tiers, in practice: PracticeID
    ) async throws -> [StoredVersion?] {
        guard keys.count <= StoreLimits.maximumPage else { throw StoreError(.invalid, practice: practice) }
        return try await read(practice) { db in
            let query = VersionQuery(db, tiers)
            return try keys.map { try query.current($0) }
        } ?? keys.map { _ in nil }
    }

    /// One read.
    public func history(
        _ key: ResourceKey, before: UInt32?, limit: Int, tiers: Tiers, in practice: PracticeID
    ) async throws -> [StoredVersion] {
        try requirePage(limit, practice)
        let bound = before.map(Int64.init) ?? Int64.max
        return try await read(practice) { try VersionQuery($0, tiers).history(key, below: bound, limit) } ?? []
    }

    /// One read.
    public func list(
        _ patient: PatientID, types: [String]?, after: ResourceKey?, limit: Int, tiers: Tiers, in practice: PracticeID
    ) async throws -> [StoredVersion] {
        try requirePage(limit, practice)
        guard after == nil || after?.patient == patient, types?.allSatisfy(ResourceKey.isType) ?? true else {
            throw StoreError(.invalid, practice: practice)
        }
        return try await read(practice) { db in
            let query = VersionQuery(db, tiers)
            guard let types else {
                return try query.list(
                    patient, afterType: after?.type ?? "", after.map { Int64($0.ordinal) } ?? -1, limit)
            }
            return try SQLiteRecordStore.page(types, after?.type, limit) { type, limit, bytes in
                let ordinal = type == after?.type ? after.map { Int64($0.ordinal) } : nil
                return try query.list(patient, type: type, after: ordinal ?? -1, limit, bytes: bytes)
            }
        } ?? []
    }

    /// One read.
    public func listOwn(
        types: [String], after: ResourceKey?, limit: Int, tiers: Tiers, in practice: PracticeID
    ) async throws -> [StoredVersion] {
        try requirePage(limit, practice)
        guard after?.patient == nil, types.allSatisfy(ResourceKey.isType) else {
            throw StoreError(.invalid, practice: practice)
        }
        return try await read(practice) { db in
            let query = VersionQuery(db, tiers)
            return try SQLiteRecordStore.page(types, after?.type, limit) { type, limit, bytes in
                let id = type == after?.type ? after?.owner : nil
                return try query.listOwn(type: type, after: id ?? PatientID(high: 0, low: 0), limit, bytes: bytes)
            }
        } ?? []
    }

    /// Walks the types in order, from that of the place where the page begins, until it is full.
    private static func page(
        _ types: [String], _ first: String?, _ limit: Int,
        _ list: (_ type: String, _ limit: Int, _ bytes: Int) throws -> [StoredVersion]
    ) throws -> [StoredVersion] {
        var (page, room) = ([StoredVersion](), StoreLimits.maximumPageBytes)
        for type in Set(types).sorted() where type >= first ?? "" && page.count < limit && room > 0 {
            let some = try list(type, limit - page.count, room)
            page += some
            room -= some.reduce(0) { $0 + $1.size }
        }
        return page
    }
}
