import GRDB
import Vocabulary

/// The rows of a practice's patients.
enum Patients {
    /// The wrapped key of a visible patient.
    static func wrappedKey(of patient: PatientID, _ db: Database) throws -> [UInt8]? {
        let sql = """
            SELECT p.wrapped FROM patient p JOIN deposit d ON d.seq = p.deposit WHERE p.id = ? AND d.visible = 1
            """
        return try Columns.one(db, "patient", sql: sql, [.id(patient)]) { try $0.bytes(0) }
    }

    /// Whether the practice holds the patient.
    static func isVisible(_ patient: PatientID, _ db: Database) throws -> Bool {
        try wrappedKey(of: patient, db) != nil
    }

    /// Removes every row about a patient.
    static func erase(_ patient: PatientID, _ db: Database) throws {
        try Documents(db).release(where: "owner = ?", [patient.blob])
        let theirs = "SELECT num FROM resource WHERE owner = ?1 AND (ordinal > 0 OR type = 'Patient')"
        for sql in [
            "DELETE FROM token WHERE resource IN (\(theirs))",
            "DELETE FROM staged WHERE row IN (SELECT row FROM version WHERE resource IN (\(theirs)))",
            "DELETE FROM version WHERE resource IN (\(theirs))",
            "DELETE FROM resource WHERE owner = ?1 AND (ordinal > 0 OR type = 'Patient')",
            "DELETE FROM patient WHERE id = ?1",
            "DELETE FROM ordinal WHERE owner = ?1",
        ] {
            try db.execute(sql: sql, arguments: [patient.blob])
        }
    }
}
