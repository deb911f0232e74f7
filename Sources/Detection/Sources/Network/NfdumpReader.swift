import JSONTree
import Vocabulary

/// Reads what `nfdump -o json` prints: an array whose objects span lines (nfdump 1.7), or one object a line. A flow has
/// one direction. nfdump prints local time without a zone.
public struct NfdumpReader: LogReader {
    private let zone: LogZone
    private var lines = HeldLines()

    /// Reads times as of `zone`: that of the machine nfdump runs on.
    public init(zone: LogZone = .utc) { self.zone = zone }

    /// How many lines are still needed; see ``LogReader/held``.
    public var held: Int { lines.count }

    /// Reads a line; see ``LogReader/read(_:into:)``.
    public mutating func read(_ line: [UInt8], into event: inout Event) -> ReadOutcome {
        let text = line.trimmed
        if lines.isEmpty {
            guard text.first == UInt8(ascii: "{") else { return outside(text) }
        } else if text.count == 1, text.first == UInt8(ascii: "{") {
            lines.clear()
            _ = lines.add(text, separator: nil)
            return .refused(.unfinished)
        }
        guard lines.add(text, separator: UInt8(ascii: "\n")) else { return refuse() }
        // nfdump ends its list on the line of its last flow: `}]`.
        let isLast = text.elementsEqual("}]".utf8)
        let end = text.last == UInt8(ascii: ",") || isLast ? text.dropLast() : text
        guard end.last == UInt8(ascii: "}") else { return .nothing }
        defer { lines.clear() }
        return flow(lines.bytes.dropLast(text.count - end.count), &event)
    }

    /// What waits for more lines; see ``LogReader/flush(into:)``.
    public mutating func flush(into event: inout Event) -> ReadOutcome { lines.isEmpty ? .nothing : refuse() }

    private mutating func refuse() -> ReadOutcome {
        lines.clear()
        return .refused(.unfinished)
    }

    /// Brackets and commas between flows, and nfdump's words for an empty file.
    private func outside(_ text: ArraySlice<UInt8>) -> ReadOutcome {
        let isPlain = text.isEmpty || ["[", "]", ",", "},"].contains { text.elementsEqual($0.utf8) }
        return isPlain || text.elementsEqual("No matching flows".utf8) ? .nothing : .refused(.form)
    }

    private func flow(_ bytes: ArraySlice<UInt8>, _ event: inout Event) -> ReadOutcome {
        guard let object = JSONFields.object(Array(bytes)) else { return .refused(.json) }
        guard let time = object.text(["last", "t_last", "first", "t_first", "received"]) else { return .refused(.time) }
        guard let moment = Timestamp(log: time, zone: zone) else { return .refused(.time) }
        guard JSONFields.write(object, to: &event, of: "nfdump") else { return .refused(.fields) }
        event.time = moment
        event.source = LogSource(category: "network_connection", product: "nfdump", service: "flow")
        guard let from = object.text(["src4_addr", "src6_addr", "src_addr"]) else { return .event }
        guard let to = object.text(["dst4_addr", "dst6_addr", "dst_addr"]) else { return .event }
        let sent = object.text(["in_bytes", "bytes"])
        Flow(from: from, to: to, sent: sent, answered: nil, isFromLocal: nil, isToLocal: nil).write(to: &event)
        return .event
    }
}

extension Array<UInt8> {
    /// Without white space at either end.
    var trimmed: ArraySlice<UInt8> {
        guard let first = firstIndex(where: { !$0.isSpace }), let last = lastIndex(where: { !$0.isSpace }) else {
            return []
        }
        return self[first...last]
    }
}
