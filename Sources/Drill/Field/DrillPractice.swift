import JSONTree
import Vocabulary

/// A practice of the installation and whoever may be robbed in it.
struct DrillPractice: Sendable {
    let id: PracticeID
    /// Its place in `demo.json`, from 0.
    let index: Int
    let accounts: [DrillAccount]
    /// The patients that the demonstration came with.
    var residents: [PatientID] = []
    /// Patients added for the drill, all seen by somebody within the last year.
    var crowd: [Victim] = []
    /// Patients added for the drill whom nobody saw for two years.
    var dormant: [Victim] = []

    init(id: PracticeID, index: Int, accounts: [DrillAccount]) {
        self.id = id
        self.index = index
        self.accounts = accounts
    }

    init?(_ json: JSONValue, index: Int) {
        guard let id = json["id"]?.string.flatMap({ PracticeID($0) }) else { return nil }
        self.id = id
        self.index = index
        accounts = (json["clients"]?.array ?? []).compactMap { DrillAccount($0, practice: id) }
    }

    /// The accounts of a role.
    func accounts(_ role: Role) -> [DrillAccount] { accounts.filter { $0.role == role } }

    /// The first account of a role.
    func account(_ role: Role) throws(DrillError) -> DrillAccount {
        guard let account = accounts(role).first else { throw DrillError("no \(role.rawValue) in practice \(index)") }
        return account
    }
}
