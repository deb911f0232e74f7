import JSONTree
import Vocabulary

/// Reads events of the Elastic Common Schema, one a line (ECS 8); members may be nested or have dots in their names.
public struct ECSReader: LogReader {
    /// Reads NDJSON.
    public init() {}

    /// Reads a line; see ``LogReader/read(_:into:)``.
    public mutating func read(_ line: [UInt8], into event: inout Event) -> ReadOutcome {
        guard !line.isEmpty else { return .nothing }
        guard let object = JSONFields.object(line) else { return .refused(.json) }
        guard let time = object.text("@timestamp"), let moment = Timestamp(log: time) else { return .refused(.time) }
        guard JSONFields.write(object, to: &event, of: "ecs") else { return .refused(.fields) }
        event.time = moment
        let dataset = object.text("event.dataset")
        event.source = LogSource(
            category: ECSReader.categories[object.text("event.category") ?? ""],
            product: object.text("event.module") ?? dataset.map { String($0.prefix { $0 != "." }) },
            service: dataset.flatMap {
                $0.firstIndex(of: ".").map { place in String(dataset?[place...].dropFirst() ?? "") }
            })
        event.standard(Taxonomy.account, object.text(["user.id", "user.name", "client.user.id", "client.user.name"]))
        event.standard(Taxonomy.origin, object.text(["source.ip", "client.ip", "source.address"]))
        event.standard(
            Taxonomy.destination, object.text(["destination.ip", "destination.domain", "destination.address"]))
        event.standard(Taxonomy.host, object.text(["host.name", "host.hostname", "observer.hostname"]))
        event.standard(Taxonomy.bytes, number: object.text(ECSReader.bytes))
        event.standard(Taxonomy.route, object.text(["url.path", "url.original"]).map(Route.general))
        let outcome = object.text("event.outcome")
        event.standard(action(object), succeeded: outcome == "unknown" ? nil : outcome.map { $0 == "success" })
        return .event
    }

    private static let bytes = ["source.bytes", "http.response.body.bytes", "http.response.bytes", "network.bytes"]
    private static let categories = [
        "network": "network_connection", "web": "webserver", "database": "database", "authentication": "authentication",
        "process": "process_creation", "file": "file_event",
    ]

    private func action(_ object: JSONObject) -> Action? {
        if object.text("event.category") == "authentication" { return .login }
        return switch object.text("http.request.method")?.uppercased() {
        case "GET", "HEAD": .read
        case "POST", "PUT", "PATCH": .write
        case "DELETE": .delete
        default: object.text("event.action").flatMap { Action(rawValue: $0.lowercased()) }
        }
    }
}
