import Broker
import BrokerAPI
import Foundation
import Sealing
import Vocabulary

/// A real broker in a directory of its own, behind its sockets, with limits that stand in nobody's way.
struct BrokerHouse: Sendable {
    /// The installation's data directory.
    let directory: String
    let broker: Broker
    /// Where gateways connect.
    let socket: String

    /// Lends a new one and takes it down.
    static func with<R>(_ body: (BrokerHouse) async throws -> R) async throws -> R {
        try await TemporaryDirectory.with { directory in
            try FileManager.default.createDirectory(
                atPath: directory + "/broker", withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700]
            )
            let configuration = BrokerConfiguration(directory: directory + "/broker")
            let root = try RootKey(secret: .random(count: 32))
            try Broker.create(configuration, root: root, simulated: true)
            let broker = try Broker.open(configuration, root: root)
            guard case .done = await broker.admin(.setLimits(Limits.wide.text)) else {
                throw BenchmarkError.unexpected("limits")
            }
            let server = try await broker.serve()
            let outcome: Result<R, any Error>
            do {
                outcome = .success(
                    try await body(BrokerHouse(directory: directory, broker: broker, socket: configuration.socket)))
            } catch {
                outcome = .failure(error)
            }
            try? await server.stop()
            try await broker.close()
            return try outcome.get()
        }
    }

    /// Adds a practice.
    func practice(size: Int64 = 3) async throws -> PracticeID {
        try Account.id(await broker.admin(.addPractice(name: "Cabinet", size: size)))
    }

    /// Adds a membership or client.
    func account(_ role: Role, in practice: PracticeID) async throws -> Account {
        try await Account.add(role, to: practice) { await broker.admin($0) }
    }

    /// Makes the keys of new patients, as a deposit without parts in a store does: 2,000 a call.
    func deposit(patients count: Int, _ token: SessionToken) async throws -> [PatientID] {
        let now = SystemClock().now()
        var all: [PatientID] = []
        while all.count < count {
            let some = (0..<min(2_000, count - all.count)).map { _ in PatientID.random() }
            let request = DepositRequest(
                token: token, patients: some.map { NewPatient(patient: $0, clinical: now) },
                parts: some.map {
                    NewPart(patient: $0, type: "Patient", id: $0.description, version: 1, tier: .identity)
                })
            let grant = try await broker.deposit(request)
            _ = try await broker.stored(
                StoredRequest(
                    token: token, deposit: grant.deposit, digest: [UInt8](repeating: 1, count: 32),
                    count: UInt32(some.count)))
            all += some
        }
        return all
    }
}
