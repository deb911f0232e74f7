import Foundation
import JSONTree
import Logging

/// Writes each log line as one JSON object on standard error.
struct JSONLogHandler: LogHandler {
    var metadata = Logger.Metadata()
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var object = JSONObject()
        object["time"] = .string(Date.now.formatted(.iso8601))
        object["level"] = .string(event.level.rawValue)
        object["message"] = .string("\(event.message)")
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }).sorted(by: {
            $0.key < $1.key
        }) {
            object[key] = .string("\(value)")
        }
        FileHandle.standardError.write(Data(JSONValue.object(object).bytes + [UInt8(ascii: "\n")]))
    }
}
