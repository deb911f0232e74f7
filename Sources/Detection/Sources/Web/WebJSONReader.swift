import JSONTree
import Vocabulary

/// Reads an access log that nginx writes as JSON (`log_format … escape=json`): an object a line, whose members may have
/// any names; those of nginx's variables are known.
public struct WebJSONReader: LogReader {
    private static let times = ["msec", "time_iso8601", "time_local", "time", "timestamp", "@timestamp", "ts"]
    private let zone: LogZone

    /// Reads times without a zone as of `zone`.
    public init(zone: LogZone = .utc) { self.zone = zone }

    /// Reads a line; see ``LogReader/read(_:into:)``.
    public mutating func read(_ line: [UInt8], into event: inout Event) -> ReadOutcome {
        guard !line.isEmpty else { return .nothing }
        guard let object = JSONFields.object(line) else { return .refused(.json) }
        guard let time = object.text(WebJSONReader.times), let moment = Timestamp(log: time, zone: zone) else {
            return .refused(.time)
        }
        guard JSONFields.write(object, to: &event, of: "nginx") else { return .refused(.fields) }
        event.time = moment
        event.source = WebRequest.source
        WebRequest.complete(&event)
        return .event
    }
}
