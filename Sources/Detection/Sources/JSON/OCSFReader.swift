import JSONTree
import Vocabulary

/// Reads events of the Open Cybersecurity Schema Framework, one a line (OCSF 1.x; `time` is milliseconds since 1970).
public struct OCSFReader: LogReader {
    /// Reads NDJSON.
    public init() {}

    /// Reads a line; see ``LogReader/read(_:into:)``.
    public mutating func read(_ line: [UInt8], into event: inout Event) -> ReadOutcome {
        guard !line.isEmpty else { return .nothing }
        guard let object = JSONFields.object(line), object["class_uid"] != nil else { return .refused(.json) }
        guard let moment = time(object) else { return .refused(.time) }
        guard JSONFields.write(object, to: &event, of: "ocsf") else { return .refused(.fields) }
        event.time = moment
        let number = object.text("class_uid") ?? ""
        event.source = LogSource(
            category: OCSFReader.categories[number], product: object.text("metadata.product.name"),
            service: object.text("metadata.log_name"))
        event.standard(Taxonomy.account, object.text(["actor.user.uid", "actor.user.name", "user.uid", "user.name"]))
        event.standard(Taxonomy.origin, object.text(["src_endpoint.ip", "src_endpoint.hostname"]))
        event.standard(Taxonomy.destination, object.text(["dst_endpoint.ip", "dst_endpoint.hostname"]))
        event.standard(Taxonomy.host, object.text(["device.hostname", "device.ip"]))
        event.standard(Taxonomy.bytes, number: object.text(["traffic.bytes_out", "traffic.bytes"]))
        event.standard(Taxonomy.route, object.text(["http_request.url.path", "api.operation"]).map(Route.general))
        event.standard(action(object, number), succeeded: succeeded(object))
        return .event
    }

    private static let categories = [
        "4001": "network_connection", "4002": "webserver", "3002": "authentication", "6001": "application",
        "6003": "application", "6005": "database", "1007": "process_creation", "4003": "dns",
    ]

    private func time(_ object: JSONObject) -> Timestamp? {
        if let number = object["time"]?.number?.int64 { return Timestamp(believed: number) }
        return object.text("time_dt").flatMap { Timestamp(log: $0) }
    }

    private func succeeded(_ object: JSONObject) -> Bool? {
        switch object.text("status_id") {
        case "1": true
        case "2": false
        default: nil
        }
    }

    private func action(_ object: JSONObject, _ number: String) -> Action? {
        if number == "3002" { return object.text("activity_id") == "2" ? .logout : .login }
        if number == "4001" { return .connect }
        return switch object.text("activity_name")?.lowercased() {
        case "read", "query", "get": .read
        case "create", "update", "post", "put": .write
        case "delete": .delete
        case "export": .export
        default: nil
        }
    }
}
