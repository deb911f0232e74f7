import ArgumentParser
import Response
import Vocabulary

/// Which incidents a command works on, and as whom.
struct IncidentAccess: ParsableArguments {
    @Option(help: "The data directory (needs a running serve).")
    var data: String?
    @Option(help: "The account that writes: an id or a unique name; with --file, an id.")
    var client: String?
    @Option(help: "Its private key (PEM).")
    var key: String?
    @Option(help: "In place of --data and --key: a file with one incident, which is not sealed.")
    var file: String?

    /// Signs in, and runs a command's body.
    func run<R>(_ body: (IncidentDesk) async throws -> R) async throws -> R {
        if let file {
            guard data == nil, key == nil else { throw Failure.usage("give --file, or --data and --key") }
            guard let author = client.flatMap({ IncidentAuthor($0) }) else {
                throw Failure.usage("give --client, an id")
            }
            let now = SystemClock().now()
            return try await body(
                IncidentDesk(keeper: FileIncidents(path: file), author: author, now: now, practice: nil))
        }
        guard let data, let client, let key else { throw Failure.usage("give --data, --client and --key, or --file") }
        let directory = DataDirectory(data)
        return try await RunningServer(directory).closing { server in
            try await body(try await desk(directory, server, client, key))
        }
    }

    private func desk(
        _ directory: DataDirectory, _ server: RunningServer, _ client: String, _ key: String
    ) async throws -> IncidentDesk {
        let token = try await TokenCommand.token(directory, server, client, key)
        return try await Administration.run(directory) { administration in
            let (practice, holder, role) = try await administration.holder(client)
            guard let author = IncidentAuthor(holder.idText) else { throw Failure.broken("broker: unexpected answer") }
            let roles = try await administration.list(.holders(practice: practice)).compactMap(\.role)
            let keeper = GatewayIncidents(
                server: server, token: token, opens: IncidentOpener(role, hasPhysician: roles.contains(.physician)))
            let now = try await administration.status().time
            return IncidentDesk(keeper: keeper, author: author, now: now, practice: practice)
        }
    }

    /// Practices by id, or by a name that is unique in the installation.
    func practices(_ texts: [String]) async throws -> [PracticeID] {
        let ids = texts.compactMap { PracticeID($0) }
        if ids.count == texts.count { return ids }
        guard let data else { throw Failure.usage("with --file a practice is given by its id") }
        return try await Administration.run(DataDirectory(data)) { administration in
            var found: [PracticeID] = []
            for text in texts { found.append(try await administration.practice(text)) }
            return found
        }
    }
}
