import ArgumentParser
import Response
import Vocabulary

/// Whose releases a claim counts, and when: as a scope is asked for, as far as AuditEvents can say it.
struct ClaimOptions: ParsableArguments {
    @Option(
        help:
            "Whose releases count: a membership or client, by id or unique name; may be given several times; by default all."
    )
    var holder: [String] = []
    @Option(help: "A session; may be given several times.") var session: [String] = []
    @Option(help: "The first moment, as 2026-01-05T08:30:00Z; by default 365 days before the last.") var from: String?
    @Option(help: "The last moment; by default now.") var through: String?
    @Option(help: "A finding as FILE:ID, as for a scope.") var finding: String?
    @Option(name: .customLong("query"), help: "A file with the query as JSON, as for a scope.") var queryFile: String?

    /// The query of all that.
    func query(_ directory: DataDirectory) async throws -> ScopeQuery {
        var query = try queryFile.map(ScopeOptions.read) ?? ScopeQuery()
        if let finding { try FindingQuery(finding).add(to: &query) }
        for holder in try await holders(directory) {
            switch holder {
            case .member(let id): query.members.insert(id)
            case .client(let id): query.clients.insert(id)
            }
        }
        query.sessions.formUnion(try ScopeOptions.ids("session", session))
        query.from = try ScopeOptions.moment("from", from) ?? query.from
        query.through = try ScopeOptions.moment("through", through) ?? query.through
        return query
    }

    private func holders(_ directory: DataDirectory) async throws -> [Holder] {
        guard !holder.isEmpty else { return [] }
        return try await Administration.run(directory) { administration in
            var holders: [Holder] = []
            for text in holder { holders.append(try await administration.holder(text).holder) }
            return holders
        }
    }
}
