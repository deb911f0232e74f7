/// Sends the calls of an import to a running server, signing in when it must.
actor ImportSender {
    private let server: RunningServer
    private let signIn: @Sendable () async throws -> String
    private var token: String?

    /// Seconds for which a busy server is asked again: longer than it takes to settle what a broker's end left open.
    private static let maximumWaits = 100

    /// - Parameter signIn: Gives an access token; called again when a session ended.
    init(_ server: RunningServer, _ signIn: @escaping @Sendable () async throws -> String) {
        self.server = server
        self.signIn = signIn
    }

    /// Sends one body; waits while the server has no room.
    nonisolated func post(_ body: [UInt8]) async throws -> RunningServer.Answer {
        var answer = try await attempt(body)
        if answer.status == 401 { answer = try await attempt(body) }
        var waits = 0
        while answer.status == 503, waits < ImportSender.maximumWaits {
            waits += 1
            try await Task.sleep(for: .seconds(1))
            answer = try await attempt(body)
        }
        return answer
    }

    private nonisolated func attempt(_ body: [UInt8]) async throws -> RunningServer.Answer {
        let token = try await current()
        let answer = try await server.send(
            "POST", "/fhir/$import", body: body, type: "application/x-ndjson", token: token)
        if answer.status == 401 { await forget(token) }
        return answer
    }

    /// The token; two callers that find none both sign in, which does no harm.
    private func current() async throws -> String {
        if let token { return token }
        let new = try await signIn()
        token = new
        return new
    }

    private func forget(_ old: String) {
        if token == old { token = nil }
    }
}
