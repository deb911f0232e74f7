import ArgumentParser
import JSONTree
import Ledger
import Vocabulary

/// An account that asks a running `serve`, with its own rights and limits and no others.
struct Asker {
    /// Which account, by whose key, of which installation.
    struct Options: ParsableArguments {
        @Option(help: "The data directory.")
        var data: String
        @Option(help: "The membership or client that asks: an id or a unique name.")
        var client: String
        @Option(help: "Its private key (PEM).")
        var key: String
    }

    let directory: DataDirectory
    let practice: PracticeID
    /// The installation's time at sign-in.
    let start: Timestamp
    private let server: RunningServer
    private let options: Options
    private var token: String
    private var pace = RequestPace()

    /// Signs in.
    init(_ options: Options, _ server: RunningServer) async throws {
        (self.options, self.server) = (options, server)
        directory = DataDirectory(options.data)
        let (practice, status) = try await Administration.run(directory) { administration in
            (try await administration.holder(options.client).practice, try await administration.status())
        }
        (self.practice, start) = (practice, status.time)
        token = try await TokenCommand.token(directory, server, options.client, options.key)
        try await Asker.published(status.size, in: directory)
    }

    /// Waits until so many entries are published: a patient's history is read from there, and lags by about a second.
    private static func published(_ size: Int64, in directory: DataDirectory) async throws {
        let verifier = try LedgerPlace.verifier(try directory.verificationKey())
        let end = ContinuousClock.now + .seconds(30)
        while true {
            let reader = try? LedgerReader(directory: directory.ledger, verifier: verifier, journal: false)
            if let reader, reader.size >= UInt64(max(0, size)) { return }
            guard ContinuousClock.now < end else {
                throw Failure.broken("\(directory.ledger): cannot be read, or does not go on")
            }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    /// Asks, and once more with a new token when this one has ended.
    mutating func get(_ path: String) async throws -> RunningServer.Answer {
        try await pace.wait()
        let answer = try await server.send("GET", path, token: token)
        guard answer.status == 401 else { return answer }
        token = try await TokenCommand.token(directory, server, options.client, options.key)
        return try await server.send("GET", path, token: token)
    }

    /// What the server refused, as its own code.
    static func code(_ answer: RunningServer.Answer) -> String {
        let coding = answer.json?["issue"]?.array?.first?["details"]?["coding"]?.array?.first
        return coding?["code"]?.string?.shown ?? String(answer.status)
    }

    /// The path of a page's next one; nil after the last.
    func next(_ bundle: JSONValue) throws -> String? {
        let link = bundle["link"]?.array?.first { $0["relation"]?.string == "next" }
        guard let url = link?["url"]?.string else { return nil }
        guard url.hasPrefix(server.url + "/") else { throw Failure.broken("serve answered with a foreign address") }
        return String(url.dropFirst(server.url.count))
    }
}
