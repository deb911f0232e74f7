import Foundation
import GRDB
import Vocabulary

extension KeyVault {
    /// Keeps new factors, all or none.
    func addFactors(_ factors: [Factor]) throws {
        let rows = try factors.map { ($0, Data(try root.sealText($0.text, label: "factor", id: $0.name))) }
        try write { database in
            for (factor, sealed) in rows {
                try database.execute(
                    sql: "INSERT INTO factor VALUES (?, ?, ?, ?, ?)",
                    arguments: [
                        factor.id.text, Data(factor.person.bytes), factor.tag.map { Data($0) }, sealed,
                        Int64(factor.counter),
                    ])
            }
        }
    }

    /// The factors that are found by a tag: one that is active at most, and perhaps some that wait to be removed.
    func factors(_ kind: FactorID.Kind, tag: [UInt8]) throws -> [Factor] {
        try factors(where: "tag = ?", Data(tag)).filter { $0.id.kind == kind }
    }

    /// All factors of a person.
    func factors(of person: PersonID) throws -> [Factor] { try factors(where: "person = ?", Data(person.bytes)) }

    /// Every factor's id with its person.
    func factorIDs() throws -> [(id: FactorID, person: PersonID)] {
        try read { database in
            try Row.fetchAll(database, sql: "SELECT id, person FROM factor").compactMap { row in
                guard let id = FactorID(row["id"] as String), let person = PersonID(bytes: row["person"] as Data) else {
                    return nil
                }
                return (id, person)
            }
        }
    }

    /// Moves a passkey's counter on; false when it is there already or beyond: somebody else was faster.
    func advance(_ id: FactorID, to counter: UInt32) throws -> Bool {
        try VaultError.wrap {
            try database.write { database in
                try database.execute(
                    sql: "UPDATE factor SET counter = ? WHERE id = ? AND counter < ?",
                    arguments: [Int64(counter), id.text, Int64(counter)])
                return database.changesCount == 1
            }
        }
    }

    /// Destroys factors.
    func removeFactors(_ ids: [FactorID]) throws {
        guard !ids.isEmpty else { return }
        try write { database in
            for id in ids { try database.execute(sql: "DELETE FROM factor WHERE id = ?", arguments: [id.text]) }
        }
    }

    private func factors(where condition: String, _ value: Data) throws -> [Factor] {
        try read { database in
            try Row.fetchAll(
                database, sql: "SELECT id, person, tag, sealed, counter FROM factor WHERE \(condition)",
                arguments: [value]
            ).map { row in
                guard let id = FactorID(row["id"] as String), let person = PersonID(bytes: row["person"] as Data) else {
                    throw VaultError(.damaged)
                }
                let sealed = Array(row["sealed"] as Data)
                let (tag, counter) = (
                    (row["tag"] as Data?).map { Array($0) }, UInt32(clamping: row["counter"] as Int64)
                )
                var factor = Factor(id: id, person: person, tag: tag, text: "", counter: counter)
                factor.text = try root.openText(sealed, label: "factor", id: factor.name)
                return factor
            }
        }
    }
}
