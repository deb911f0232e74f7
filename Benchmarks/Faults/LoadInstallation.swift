import Broker
import BrokerAPI
import ClientKeys
import Foundation
import Vocabulary

/// The practices, accounts and patients that a load works with, kept in a file between the lives of a broker.
struct LoadInstallation: Sendable {
    /// One practice, its accounts' sessions and its patients.
    struct Practice: Sendable {
        let id: PracticeID
        var accounts: [Account]
        var sessions: [SessionGrant] = []
        var patients: [PatientID]
    }

    private struct Kept: Codable {
        struct Practice: Codable {
            let id: PracticeID
            let accounts: [Account]
            let patients: [PatientID]
        }
        struct Account: Codable {
            let holder: Holder
            let key: String
        }
        let practices: [Practice]
    }

    private(set) var practices: [Practice]

    /// Reads the file, or makes two practices with a partner program and four physicians each.
    static func open(_ file: String, admin: String) async throws -> LoadInstallation {
        if let data = FileManager.default.contents(atPath: file) {
            return try LoadInstallation(JSONDecoder().decode(Kept.self, from: data))
        }
        let client = BrokerClient(path: admin)
        let made: LoadInstallation
        do { made = try await make(client) } catch {
            await client.close()
            throw error
        }
        await client.close()
        try made.write(file)
        return made
    }

    private init(practices: [Practice]) { self.practices = practices }

    private init(_ kept: Kept) throws {
        practices = try kept.practices.map { practice in
            let accounts = try practice.accounts.map { Account(holder: $0.holder, key: try KeyPair(pem: $0.key)) }
            return Practice(id: practice.id, accounts: accounts, patients: practice.patients)
        }
    }

    private static func make(_ admin: BrokerClient) async throws -> LoadInstallation {
        guard case .done = try await admin.admin(.setLimits(Limits.wide.text)) else {
            throw BenchmarkError.unexpected("limits")
        }
        var practices: [Practice] = []
        for _ in 0..<2 {
            let id: PracticeID = try Account.id(await admin.admin(.addPractice(name: "Cabinet", size: 10)))
            var accounts: [Account] = []
            for role in [Role.partner, .physician, .physician, .physician, .physician] {
                accounts.append(try await Account.add(role, to: id) { try await admin.admin($0) })
            }
            practices.append(Practice(id: id, accounts: accounts, patients: []))
        }
        return LoadInstallation(practices: practices)
    }

    /// Begins a session of each account.
    mutating func signIn(_ broker: BrokerClient, _ journal: AckJournal) async throws {
        for index in practices.indices {
            for account in practices[index].accounts {
                let grant = try await account.signIn(broker)
                journal.note(.session(grant.info.session, grant.info.practice))
                practices[index].sessions.append(grant)
            }
        }
    }

    /// Takes over patients whose deposit was acknowledged.
    mutating func keep(_ deposited: [PracticeID: [PatientID]]) {
        for index in practices.indices { practices[index].patients += deposited[practices[index].id] ?? [] }
    }

    /// Writes the file, in one step.
    func write(_ file: String) throws {
        let kept = Kept(
            practices: practices.map { practice in
                Kept.Practice(
                    id: practice.id,
                    accounts: practice.accounts.map { Kept.Account(holder: $0.holder, key: $0.key.exposedPEM()) },
                    patients: Array(practice.patients.suffix(5_000)))
            })
        try JSONEncoder().encode(kept).write(to: URL(fileURLWithPath: file), options: .atomic)
    }
}
