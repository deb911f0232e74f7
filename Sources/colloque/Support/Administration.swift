import BrokerAPI
import Foundation
import Vocabulary

/// Speaks to the broker's administration socket; starts a broker for the time of the command when none runs.
struct Administration {
    private let client: BrokerClient
    private let child: ChildProcess?

    /// Connects, or starts a broker first.
    init(_ directory: DataDirectory) async throws {
        let client = BrokerClient(path: directory.adminSocket)
        if (try? await client.admin(.status)) != nil {
            self.client = client
            child = nil
            return
        }
        await client.close()
        child = try await Administration.startBroker(directory)
        self.client = BrokerClient(path: directory.adminSocket)
    }

    /// Starts the broker that lies beside this program.
    static func startBroker(_ directory: DataDirectory) async throws -> ChildProcess {
        let key = try directory.configuration().rootKeyFile
        return try await ChildProcess(
            program: ChildProcess.beside("colloque-broker"),
            arguments: ["--data", directory.path, "--root-key-file", key])
    }

    /// Runs a command's body and ends what was started for it.
    static func run<R>(_ directory: DataDirectory, _ body: (Administration) async throws -> R) async throws -> R {
        let administration = try await Administration(directory)
        do {
            let result = try await body(administration)
            await administration.end()
            return result
        } catch {
            await administration.end()
            throw error
        }
    }

    private func end() async {
        await client.close()
        child?.stop()
    }

    /// Asks and expects an answer that is no refusal.
    func ask(_ request: AdminRequest) async throws -> AdminReply {
        let reply: AdminReply
        do {
            reply = try await client.admin(request)
        } catch {
            throw Failure.broken("broker: \(error)")
        }
        if case .refused(let reason) = reply { throw Failure.refused(reason) }
        return reply
    }

    /// Asks for something that is added, and returns its id.
    func add(_ request: AdminRequest) async throws -> String {
        guard case .added(let id) = try await ask(request) else { throw Failure.broken("broker: unexpected answer") }
        return id
    }

    func status() async throws -> AdminStatus {
        guard case .status(let status) = try await ask(.status) else {
            throw Failure.broken("broker: unexpected answer")
        }
        return status
    }

    func list(_ request: AdminRequest) async throws -> [AdminItem] {
        guard case .list(let items) = try await ask(request) else { throw Failure.broken("broker: unexpected answer") }
        return items
    }

    /// The practice of an id, or of a name that is unique in the installation.
    func practice(_ text: String) async throws -> PracticeID {
        let items = try await list(.practices)
        guard let id = PracticeID(try Administration.find(text, among: items, what: "practice").id) else {
            throw Failure.broken("broker: unexpected answer")
        }
        return id
    }

    /// The membership or client of an id, or of a name that is unique in the installation, and its practice.
    func holder(_ text: String) async throws -> (practice: PracticeID, holder: Holder, role: Role) {
        var found: [(PracticeID, AdminItem)] = []
        for practice in try await list(.practices) {
            guard let id = PracticeID(practice.id) else { continue }
            found += try await list(.holders(practice: id)).filter { $0.id == text || $0.name == text }.map { (id, $0) }
        }
        let item = try Administration.find(text, among: found.map(\.1), what: "account")
        guard let (practice, _) = found.first(where: { $0.1.id == item.id }), let role = item.role else {
            throw Failure.broken("broker: unexpected answer")
        }
        if role.isMembership, let id = MemberID(item.id) { return (practice, .member(id), role) }
        guard let id = ClientID(item.id) else { throw Failure.broken("broker: unexpected answer") }
        return (practice, .client(id), role)
    }

    private static func find(_ text: String, among items: [AdminItem], what: String) throws -> AdminItem {
        let found = items.filter { $0.id == text || $0.name == text }
        guard let item = found.first else { throw Failure.refused("no such \(what)") }
        guard found.count == 1 else { throw Failure.refused("several \(what)s have this name: give the id") }
        return item
    }
}
