import JSONTree
import Vocabulary

/// Reads Zeek's `conn.log`, as tab-separated text by its `#fields` header or as JSON, a connection a line (Zeek
/// documentation, "conn.log" and "Zeek Log Formats"). Other logs of Zeek are read too, without fields of the taxonomy
/// but address and host.
public struct ZeekReader: LogReader {
    private var names: [String] = []
    private var separator = UInt8(ascii: "\t")
    private var path = "conn"
    private var (unset, empty) = (Array("-".utf8), Array("(empty)".utf8))

    /// Reads either form.
    public init() {}

    /// Reads a line; see ``LogReader/read(_:into:)``.
    public mutating func read(_ line: [UInt8], into event: inout Event) -> ReadOutcome {
        guard let first = line.first else { return .nothing }
        if first == UInt8(ascii: "#") { return header(line) }
        return first == UInt8(ascii: "{") ? json(line, &event) : row(line, &event)
    }

    private mutating func header(_ line: [UInt8]) -> ReadOutcome {
        let text = String(decoding: line, as: UTF8.self)
        if text.hasPrefix("#separator \\x"), let byte = UInt8(text.suffix(2), radix: 16) { separator = byte }
        let parts = line.split(separator: separator, omittingEmptySubsequences: false).map(Array.init)
        guard parts.count > 1 else { return .nothing }
        switch String(decoding: parts[0], as: UTF8.self) {
        case "#fields" where parts.count <= 512: names = parts.dropFirst().map { String(decoding: $0, as: UTF8.self) }
        case "#path": path = String(decoding: parts[1].prefix(64), as: UTF8.self)
        case "#unset_field": unset = parts[1]
        case "#empty_field": empty = parts[1]
        default: break
        }
        return .nothing
    }

    private func row(_ line: [UInt8], _ event: inout Event) -> ReadOutcome {
        guard !names.isEmpty else { return .refused(.form) }
        let values = line.split(separator: separator, omittingEmptySubsequences: false)
        guard values.count == names.count else { return .refused(.fields) }
        for (name, value) in zip(names, values) where !value.elementsEqual(unset) && !value.elementsEqual(empty) {
            let text = String(decoding: value, as: UTF8.self)
            event.add(TaxonomyWords.name(name, value: text, format: "zeek"), text)
        }
        return complete(&event)
    }

    private func json(_ line: [UInt8], _ event: inout Event) -> ReadOutcome {
        guard let object = JSONFields.object(line) else { return .refused(.json) }
        guard JSONFields.write(object, to: &event, of: "zeek") else { return .refused(.fields) }
        return complete(&event)
    }

    private func complete(_ event: inout Event) -> ReadOutcome {
        guard let time = event.first("ts").flatMap({ Timestamp(log: $0) }) else { return .refused(.time) }
        event.time = time
        let service = event.first("_path") ?? path
        let isConnection = service == "conn"
        event.source = LogSource(category: isConnection ? "network_connection" : nil, product: "zeek", service: service)
        if let from = event.first("id.orig_h"), let to = event.first("id.resp_h") {
            Flow(event, from: from, to: to).write(to: &event)
        }
        return .event
    }
}

extension Flow {
    /// A connection of Zeek: bytes both ways, and which end is the site's own.
    init(_ event: Event, from: String, to: String) {
        self.init(
            from: from, to: to, sent: event.first("orig_bytes") ?? event.first("orig_ip_bytes"),
            answered: event.first("resp_bytes") ?? event.first("resp_ip_bytes"),
            isFromLocal: Flow.flag(event.first("local_orig")), isToLocal: Flow.flag(event.first("local_resp")))
    }

    private static func flag(_ text: String?) -> Bool? {
        switch text {
        case "true", "T": true
        case "false", "F": false
        default: nil
        }
    }
}
