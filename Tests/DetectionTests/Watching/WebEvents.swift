import Vocabulary

@testable import Detection

/// Lines of JSON whose names are those of the taxonomy.
struct WebEvents: LogReader {
    mutating func read(_ line: [UInt8], into event: inout Event) -> ReadOutcome {
        var reader = JSONEventReader()
        guard (try? reader.read(line.span, into: &event)) != nil, let text = event.first("@timestamp") else {
            return .refused(.json)
        }
        (event.time, event.source) = (Timestamp(logged: text), LogSource(product: "web"))
        return .event
    }
}
