import GRDB
import Vocabulary

/// Reads versions with their parts. Every way of reading a version goes through here.
struct VersionQuery {
    private let db: Database
    private let tiers: Tiers

    init(_ db: Database, _ tiers: Tiers) {
        self.db = db
        self.tiers = tiers
    }

    /// What every statement selects; `?1` is the set of tiers, so that unasked blobs are not even read.
    private static let columns = """
        SELECT r.num, r.owner, r.type, r.ordinal, v.number, d.id, v.manifest, v.digest,
        CASE WHEN ?1 & 1 THEN v.identity END, CASE WHEN ?1 & 2 THEN v.contact END,
        CASE WHEN ?1 & 4 THEN v.medical END, CASE WHEN ?1 & 8 THEN v.restricted END, v.row
        """
    private static let currentOfResource = """
        \(columns) FROM resource r CROSS JOIN version v ON v.row = r.current_row
        CROSS JOIN deposit d ON d.seq = v.deposit
        """
    private static let versionsOfResource = """
        \(columns) FROM resource r CROSS JOIN version v ON v.resource = r.num AND v.number <= r.number
        CROSS JOIN deposit d ON d.seq = v.deposit
        """
    private static let oneKey = "WHERE r.owner = ?2 AND r.type = ?3 AND r.ordinal = ?4"
    private static let currentOfKey = "\(currentOfResource) \(oneKey)"
    private static let numberedOfKey = "\(versionsOfResource) \(oneKey) AND v.number = ?5"
    private static let historyOfKey = """
        \(versionsOfResource) \(oneKey) AND v.number < ?5 ORDER BY v.number DESC LIMIT ?6
        """
    private static let listOfPatient = """
        \(currentOfResource) WHERE r.owner = ?2 AND (r.type, r.ordinal) > (?3, ?4)
        AND r.deleted = 0 AND (r.ordinal > 0 OR r.type = 'Patient') ORDER BY r.type, r.ordinal LIMIT ?5
        """
    private static let listOfType = """
        \(currentOfResource) WHERE r.owner = ?2 AND r.type = ?3 AND r.ordinal > ?4
        AND r.deleted = 0 AND (r.ordinal > 0 OR r.type = 'Patient') ORDER BY r.ordinal LIMIT ?5
        """
    /// The condition is that of the index `resource_own`, word for word.
    private static let listOwn = """
        \(currentOfResource) WHERE r.ordinal < 1 AND r.type <> 'Patient' AND r.type = ?3 AND r.owner > ?2
        AND r.deleted = 0 ORDER BY r.owner LIMIT ?4
        """
    private static let inOrderOfWriting = """
        \(columns) FROM version v CROSS JOIN resource r ON r.num = v.resource AND v.number <= r.number
        CROSS JOIN deposit d ON d.seq = v.deposit WHERE v.row > ?2 ORDER BY v.row
        """

    /// The visible version of a key.
    func current(_ key: ResourceKey) throws -> StoredVersion? {
        try all(VersionQuery.currentOfKey, named(key)).first
    }

    /// A numbered version of a key, if visible.
    func numbered(_ key: ResourceKey, _ number: UInt32) throws -> StoredVersion? {
        try all(VersionQuery.numberedOfKey, named(key) + [.integer(Int64(number))]).first
    }

    /// Visible versions of a key below a number, newest first.
    func history(_ key: ResourceKey, below number: Int64, _ limit: Int) throws -> [StoredVersion] {
        try page(VersionQuery.historyOfKey, named(key) + [.integer(number), .integer(Int64(limit))])
    }

    /// A patient's resources of all types behind a place.
    func list(_ patient: PatientID, afterType type: String, _ ordinal: Int64, _ limit: Int) throws -> [StoredVersion] {
        try page(
            VersionQuery.listOfPatient, [mask, .id(patient), .text(type), .integer(ordinal), .integer(Int64(limit))])
    }

    /// A patient's resources of one type behind an ordinal.
    func list(
        _ patient: PatientID, type: String, after ordinal: Int64, _ limit: Int, bytes: Int
    ) throws -> [StoredVersion] {
        try page(
            VersionQuery.listOfType, [mask, .id(patient), .text(type), .integer(ordinal), .integer(Int64(limit))],
            bytes: bytes)
    }

    /// The practice's own resources of one type behind an id; every id is behind the one of zeros.
    func listOwn(type: String, after id: PatientID, _ limit: Int, bytes: Int) throws -> [StoredVersion] {
        try page(VersionQuery.listOwn, [mask, .id(id), .text(type), .integer(Int64(limit))], bytes: bytes)
    }

    /// Visible versions with their own parts behind a row, in order of writing, until `bytes` are exceeded.
    func written(after row: Int64, bytes: Int) throws -> (versions: [StoredVersion], last: Int64) {
        var page = (versions: [StoredVersion](), last: row)
        var room = bytes
        guard room > 0 else { return page }
        try Columns.until(db, "version", sql: VersionQuery.inOrderOfWriting, [mask, .integer(row)]) { columns in
            let version = try self.version(columns, withCarried: false)
            page.versions.append(version)
            page.last = try columns.integer(12)
            room -= version.parts.reduce(1024) { $0 + $1.bytes.count }
            return room > 0
        }
        return page
    }

    private var mask: Argument { .integer(Int64(tiers.rawValue)) }

    /// What ``oneKey`` needs.
    private func named(_ key: ResourceKey) -> [Argument] {
        [mask, .id(key.owner), .text(key.type), .integer(Int64(key.ordinal))]
    }

    private func all(_ sql: String, _ arguments: [Argument]) throws -> [StoredVersion] {
        try Columns.all(db, "version", sql: sql, arguments) { try version($0, withCarried: true) }
    }

    /// Versions until their parts have so many bytes.
    private func page(
        _ sql: String, _ arguments: [Argument], bytes: Int = StoreLimits.maximumPageBytes
    ) throws -> [StoredVersion] {
        var (page, room) = ([StoredVersion](), bytes)
        try Columns.until(db, "version", sql: sql, arguments) { columns in
            let version = try self.version(columns, withCarried: true)
            page.append(version)
            room -= version.size
            return room > 0
        }
        return page
    }

    private func version(_ columns: Columns, withCarried: Bool) throws -> StoredVersion {
        let key = try columns.key(1)
        let number = try columns.number(4, as: UInt32.self)
        let deposit = try columns.id(5, as: DepositID.self)
        let manifest = try Manifest(bytes: columns.bytes(6))
        var parts = [StoredPart]()
        for reference in manifest.parts where tiers.contains(reference.tier) {
            let isOwn = reference.version == number
            guard isOwn || withCarried else { continue }
            let bytes =
                isOwn && reference.deposit == deposit
                ? try columns.optionalBytes(8 + Int(reference.tier.rawValue))
                : try carried(reference, resource: try columns.integer(0))
            guard let bytes else { throw StoreError(.damaged, key: key, table: "version") }
            parts.append(StoredPart(tier: reference.tier, version: reference.version, bytes: bytes))
        }
        return StoredVersion(
            key: key, version: number, deposit: deposit, manifest: manifest, digest: try columns.bytes(7),
            parts: parts)
    }

    private static let carriedPart = """
        SELECT CASE ?4 WHEN 0 THEN v.identity WHEN 1 THEN v.contact WHEN 2 THEN v.medical ELSE v.restricted END
        FROM deposit d CROSS JOIN version v ON v.deposit = d.seq
        WHERE v.resource = ?1 AND v.number = ?2 AND d.id = ?3
        """

    private func carried(_ reference: PartReference, resource: Int64) throws -> [UInt8]? {
        let arguments: [Argument] = [
            .integer(resource), .integer(Int64(reference.version)), .id(reference.deposit),
            .integer(Int64(reference.tier.rawValue)),
        ]
        return try Columns.one(db, "version", sql: VersionQuery.carriedPart, arguments) {
            try $0.optionalBytes(0)
        } ?? nil
    }
}
