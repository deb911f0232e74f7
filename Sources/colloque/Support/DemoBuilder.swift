import BrokerAPI
import Foundation
import Identity
import JSONTree
import Synthetic
import Vocabulary

/// Fills a new simulated installation: practices, accounts with keys, and patients through the same import that vendors use.
struct DemoBuilder {
    /// What was made, for `demo.json`.
    struct Description {
        let practices: [JSONValue]
        /// The synthetic country's day, days since 1970-01-01.
        let day: Int64
    }

    /// An account, its key file, and the reference that synthetic records give it.
    private struct Made {
        let id: String
        let name: String
        let role: Role
        let keyFile: String
        let source: String?
    }

    let directory: DataDirectory
    let administration: Administration
    let server: RunningServer
    let demo: DemoCommand

    func build() async throws -> Description {
        try FileManager.default.createDirectory(
            atPath: keys, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let now = try await administration.status().time
        let country = demo.country(now: now)
        var described: [JSONValue] = []
        for index in 0..<demo.practices {
            let kind: PracticeKind = index == 0 ? .group : .solo
            let practice = country.practice(index, kind: kind, patients: demo.patients)
            described.append(try await add(practice, of: country))
        }
        return Description(practices: described, day: now.day)
    }

    private var keys: String { directory.path + "/demo-keys" }

    private func add(_ practice: SyntheticPractice, of country: SyntheticFrance) async throws -> JSONValue {
        let name = "\(practice.name) \(practice.index + 1)"
        let text = try await administration.add(.addPractice(name: name, size: Int64(practice.size)))
        guard let id = PracticeID(text) else { throw Failure.broken("broker: unexpected answer") }
        var accounts: [Made] = []
        for professional in practice.professionals {
            accounts.append(
                try await account(id, professional.role, professional.display, practice, source: professional.sourceID))
        }
        for (role, label) in [(Role.secretary, "Secrétariat"), (.partner, "Logiciel"), (.laboratory, "Laboratoire")] {
            accounts.append(try await account(id, role, "\(label) \(practice.index + 1)", practice, source: nil))
        }
        try await fill(practice, of: country, accounts)
        let clients = accounts.map { account -> JSONValue in
            [
                "id": .string(account.id), "name": .string(account.name), "role": .string(account.role.rawValue),
                "key": .string(account.keyFile),
            ]
        }
        return ["id": .string(text), "name": .string(name), "clients": .array(clients)]
    }

    private func account(
        _ practice: PracticeID, _ role: Role, _ name: String, _ place: SyntheticPractice, source: String?
    ) async throws -> Made {
        let file = "\(keys)/\(UUID().uuidString.lowercased()).pem"
        let key = try KeyFile.create(at: file)
        let unique = "\(name) (\(place.index + 1))"
        let id = try await administration.add(AccountCommand.Add.request(practice, role, unique, key.publicKey.text))
        return Made(id: id, name: unique, role: role, keyFile: file, source: source)
    }

    /// Imports the practice's patients as its partner program would.
    private func fill(_ practice: SyntheticPractice, of country: SyntheticFrance, _ accounts: [Made]) async throws {
        guard let partner = accounts.first(where: { $0.role == .partner }), let client = ClientID(partner.id) else {
            return
        }
        let key = try KeyFile.read(partner.keyFile)
        var known: [String: String] = [:]
        for account in accounts {
            if let source = account.source { known["Practitioner/\(source)"] = "Practitioner/\(account.id)" }
        }
        var importer = Importer(server: server, known: known) { [administration, server] in
            try await server.token(client, key, now: try await administration.status().time)
        } onMap: { _, _ in
        }
        let groups = (0..<practice.patientCount).lazy.map { index -> [ImportItem] in
            let records = country.records(of: index, in: practice)
            return (0..<records.count).map { number in
                ImportItem(
                    file: practice.name, number: index, fullURL: nil, resource: [UInt8](records.resource(number))[...])
            }
        }
        try await importer.send(groups)
        guard importer.refused.isEmpty else {
            let first = importer.refused[0]
            throw Failure.broken(
                "demo: \(importer.refused.count) resources were refused, the first because of \(first.reason)")
        }
    }
}
