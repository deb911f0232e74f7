import ArgumentParser
import Identity
import Vocabulary

/// `colloque token`: prints an access token of a membership or client.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Prints an access token (needs a running serve).")

    @Option(help: "The data directory.")
    var data: String
    @Option(help: "The membership or client: an id or a unique name.")
    var client: String
    @Option(help: "Its private key (PEM).")
    var key: String

    func run() async throws {
        let directory = DataDirectory(data)
        let token = try await RunningServer(directory).closing { server in
            try await TokenCommand.token(directory, server, client, key)
        }
        Output.line(token)
    }

    /// Signs in as a named holder at the installation's time.
    static func token(
        _ directory: DataDirectory, _ server: RunningServer, _ name: String, _ keyFile: String
    ) async throws -> String {
        let key = try KeyFile.read(keyFile)
        let (holder, now) = try await Administration.run(directory) { administration in
            (try await administration.holder(name).holder, try await administration.status().time)
        }
        switch holder {
        case .member(let id): return try await server.token(id, key, now: now)
        case .client(let id): return try await server.token(id, key, now: now)
        }
    }
}
