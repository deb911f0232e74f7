import JSONTree
import Response
import Vocabulary

/// Incidents behind a running `serve`: resources of the practice of the account that signed in.
struct GatewayIncidents: IncidentKeeping {
    let server: RunningServer
    let token: String
    /// As what the account opens incidents; nil when it may not.
    let opens: IncidentOpener?

    func all() async throws -> [KeptIncident] {
        try await found("type=\(PercentEncoding.encoded(IncidentResource.kind.system))%7C\(IncidentResource.kind.code)")
    }

    func one(_ id: IncidentID?) async throws -> KeptIncident {
        let query = id.map { "identifier=\(PercentEncoding.encoded(IncidentResource.identifier))%7C\($0)" }
        guard let query else { return try IncidentSelection.only(try await all()) }
        return try IncidentSelection.only(try await found(query))
    }

    func keep(_ incident: Incident) async throws {
        guard let opens else { throw Failure.refused("whoever administers the practice opens its incidents") }
        let body = IncidentResource(incident, isRestricted: opens == .physician).value.bytes
        let answer = try await server.send("POST", "/fhir/Device", body: body, token: token)
        guard answer.status == 201 else { throw GatewayIncidents.refusal(answer) }
    }

    func keep(_ incident: Incident, after kept: KeptIncident) async throws -> Bool {
        guard let resource = kept.resource else { throw Failure.broken("this incident is kept elsewhere") }
        let body = resource.replacing(incident).bytes
        let answer = try await server.send("PUT", resource.path, body: body, token: token)
        // 412: another version came since; 409: another write is on its way.
        if answer.status == 412 || answer.status == 409 { return false }
        guard answer.status == 200 else { throw GatewayIncidents.refusal(answer) }
        return true
    }

    /// How many versions the server keeps of an incident, each of which must go on where the one before it ended. Throws when one
    /// does not: somebody replaced events by others.
    func versions(of kept: KeptIncident) async throws -> Int {
        guard let resource = kept.resource else { return 1 }
        // The newest comes first.
        let versions = try await resources(resource.path + "/_history")
        var later = kept.incident
        for (place, version) in versions.enumerated() {
            let earlier = try version.incident()
            guard later.continues(earlier) else {
                throw Failure.refused(
                    "version \(versions.count - place) was not continued: events were replaced after it")
            }
            later = earlier
        }
        return versions.count
    }

    private func found(_ query: String) async throws -> [KeptIncident] {
        try await resources("/fhir/Device?\(query)").map { KeptIncident(incident: try $0.incident(), resource: $0) }
    }

    /// All resources of a bundle, page by page.
    private func resources(_ first: String) async throws -> [IncidentResource] {
        var found: [IncidentResource] = []
        var next: String? = first
        while let path = next {
            let answer = try await server.send("GET", path, token: token)
            guard answer.status == 200, let bundle = answer.json else { throw GatewayIncidents.refusal(answer) }
            found += (bundle["entry"]?.array ?? []).compactMap { $0["resource"].flatMap(IncidentResource.init) }
            let link = bundle["link"]?.array?.first { $0["relation"]?.string == "next" }
            next = try link?["url"]?.string.map(path(of:))
        }
        return found
    }

    private func path(of url: String) throws -> String {
        guard url.hasPrefix(server.url + "/") else { throw Failure.broken("serve answered with a foreign address") }
        return String(url.dropFirst(server.url.count))
    }

    /// What the server said, as a code of its own.
    private static func refusal(_ answer: RunningServer.Answer) -> Failure {
        let details = answer.json?["issue"]?.array?.first?["details"]?["coding"]?.array?.first?["code"]?.string
        let words = "the server refused (\(answer.status)\(details.map { " " + $0.shown } ?? ""))"
        return answer.status >= 500 ? .broken(words) : .refused(words)
    }
}
