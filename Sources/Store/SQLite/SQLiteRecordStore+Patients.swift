import GRDB
import Vocabulary

extension SQLiteRecordStore {
    /// One immediate transaction for all patients.
    public func reserveOrdinals(
        _ counts: [PatientID: UInt32], in practice: PracticeID
    ) async throws -> [PatientID: UInt32] {
        let isWithinLimits = counts.values.allSatisfy { (1...StoreLimits.maximumOrdinals).contains($0) }
        guard isWithinLimits, counts.count <= StoreLimits.maximumBatch else {
            throw StoreError(.invalid, practice: practice)
        }
        let reserved = try await write(practice, create: true) { db in
            var first: [PatientID: UInt32] = [:]
            for (patient, count) in counts { first[patient] = try Ordinals.reserve(count, for: patient, db) }
            return first
        }
        return reserved ?? [:]
    }

    /// One immediate transaction, then documents' chunks go, then the journal is folded into the file and cut to nothing.
    ///
    /// Throws `unavailable` when a reader in another process keeps the journal from being cut: call again then.
    public func erase(_ patient: PatientID, in practice: PracticeID) async throws {
        _ = try await write(practice, create: false) { try Patients.erase(patient, $0) }
        try await sweep(practice)
        try await maintain(practice) { _ = try $0.checkpoint(.truncate) }
    }

    /// One read.
    public func wrappedKey(of patient: PatientID, in practice: PracticeID) async throws -> [UInt8]? {
        try await read(practice) { try Patients.wrappedKey(of: patient, $0) } ?? nil
    }

    /// One read.
    public func patients(after: PatientID?, limit: Int, in practice: PracticeID) async throws -> [PatientID] {
        try requirePage(limit, practice)
        let sql = """
            SELECT p.id FROM patient p CROSS JOIN deposit d ON d.seq = p.deposit
            WHERE p.id > ? AND d.visible = 1 ORDER BY p.id LIMIT ?
            """
        return try await read(practice) { db in
            try Columns.all(db, "patient", sql: sql, [after.map(Argument.id) ?? .blob([]), .integer(Int64(limit))]) {
                try $0.id(0)
            }
        } ?? []
    }

    /// Throws `invalid` for a page size outside 1 to ``StoreLimits/maximumPage``.
    func requirePage(_ limit: Int, _ practice: PracticeID) throws {
        guard (1...StoreLimits.maximumPage).contains(limit) else { throw StoreError(.invalid, practice: practice) }
    }
}
