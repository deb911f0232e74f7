import ArgumentParser
import Detection
import Foundation
import JSONTree
import Records
import Response
import Vocabulary

/// What a scope is asked of.
struct ScopeOptions: ParsableArguments {
    @Option(help: "A membership; as all of these, may be given several times.") var member: [String] = []
    @Option(help: "A client.") var client: [String] = []
    @Option(help: "A partner.") var partner: [String] = []
    @Option(help: "A session.") var session: [String] = []
    @Option(help: "A gateway; what it was given in the 15 minutes before --from counts too.") var gateway: [String] = []
    @Option(help: "A practice.") var practice: [String] = []
    @Option(help: "A grant.") var grant: [String] = []
    @Option(help: "The first moment, as 2026-01-05T08:30:00Z.") var from: String?
    @Option(help: "The last moment.") var through: String?
    @Option(help: "When it was contained: later releases are told apart.") var contained: String?
    @Option(help: "A finding as FILE:ID, of a findings file: its ids, from a day before its first event on.")
    var finding: String?
    @Option(name: .customLong("query"), help: "A file with the query as JSON (docs/scope.md).")
    var queryFile: String?

    /// The query of all that.
    func query() throws -> ScopeQuery {
        var query = try queryFile.map(ScopeOptions.read) ?? ScopeQuery()
        if let finding { try FindingQuery(finding).add(to: &query) }
        query.members.formUnion(try ScopeOptions.ids("member", member))
        query.clients.formUnion(try ScopeOptions.ids("client", client))
        query.partners.formUnion(try ScopeOptions.ids("partner", partner))
        query.sessions.formUnion(try ScopeOptions.ids("session", session))
        query.gateways.formUnion(try ScopeOptions.ids("gateway", gateway))
        query.practices.formUnion(try ScopeOptions.ids("practice", practice))
        query.grants.formUnion(grant)
        query.from = try ScopeOptions.moment("from", from) ?? query.from
        query.through = try ScopeOptions.moment("through", through) ?? query.through
        query.contained = try ScopeOptions.moment("contained", contained) ?? query.contained
        return query
    }

    /// Reads a file's query.
    static func read(_ path: String) throws -> ScopeQuery {
        guard let data = FileManager.default.contents(atPath: path), data.count <= 64 << 20,
            let json = try? JSONValue(parsing: data)
        else { throw Failure.usage("\(path): no JSON of at most 64 MiB") }
        do { return try ScopeQuery(json) } catch { throw Failure.usage("\(path): \(error)") }
    }

    static func ids<Kind>(_ name: String, _ texts: [String]) throws -> [ID<Kind>] {
        try texts.map { text in
            guard let id = ID<Kind>(text) else { throw Failure.usage("--\(name): not an id") }
            return id
        }
    }

    static func moment(_ name: String, _ text: String?) throws -> Timestamp? {
        try text.map { text in
            guard let moment = Timestamp(instant: text) else { throw Failure.usage("--\(name): not a moment") }
            return moment
        }
    }
}
