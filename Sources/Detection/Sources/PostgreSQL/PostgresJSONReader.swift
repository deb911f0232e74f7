import JSONTree
import Vocabulary

/// Reads PostgreSQL's `jsonlog` (PostgreSQL 15 documentation, §20.8.5): an object a line. Its member `statement` stands
/// as `query`, as csvlog calls it, since ``Taxonomy/statement`` is the statement's class.
public struct PostgresJSONReader: LogReader {
    private let zone: LogZone
    private var events = PostgresEvents()

    /// Reads times without a zone as of `zone`.
    public init(zone: LogZone = .utc) { self.zone = zone }

    /// Reads a line; see ``LogReader/read(_:into:)``.
    public mutating func read(_ line: [UInt8], into event: inout Event) -> ReadOutcome {
        guard !line.isEmpty else { return .nothing }
        guard let object = JSONFields.object(line) else { return .refused(.json) }
        guard let time = object.text("timestamp"), let moment = Timestamp(log: time, zone: zone) else {
            return .refused(.time)
        }
        guard JSONFields.write(object, to: &event, of: "postgresql", renaming: ["statement": "query"]) else {
            return .refused(.fields)
        }
        event.time = moment
        let facts = PostgresFacts(
            session: object.text("session_id"), user: object.text("user"), application: object.text("application_name"),
            remote: object.text("remote_host"), severity: object.text("error_severity") ?? "",
            state: object.text("state_code"), message: object.text("message") ?? "", query: object.text("statement"))
        events.complete(&event, facts)
        return .event
    }
}
