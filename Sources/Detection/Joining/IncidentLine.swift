import JSONTree
import Vocabulary

/// A candidate incident as one JSON object a line: ids and numbers only.
public enum IncidentLine {
    static let version: Int64 = 1
    private static let limits = JSONLimits(maximumBytes: 4 << 20, maximumDepth: 3, maximumNodes: 8_192)

    /// The incident as one line, its end included; `open` stands where findings may still join it.
    public static func write(_ incident: CandidateIncident, isOpen: Bool) -> [UInt8] {
        var out = MemberList()
        out.add("incident", whole: version)
        out.add("id", text: incident.id)
        if isOpen { out.add("open", .bool(true)) }
        if incident.isClosedEarly { out.add("closedEarly", .bool(true)) }
        out.add("level", text: incident.level.rawValue)
        out.add("first", text: incident.first.instant)
        out.add("last", text: incident.last.instant)
        out.add("findings", texts: incident.findings.map(\.id))
        out.add("beyond", whole: Int64(incident.beyond))
        out.add("rules", texts: Set(incident.findings.map(\.rule)).sorted())
        for (key, names) in [
            ("sources", incident.sources), ("accounts", incident.accounts), ("hosts", incident.hosts),
            ("practices", incident.practices), ("destinations", incident.destinations),
        ] { out.add(key, texts: names) }
        out.add("rows", incident.amounts.rows.map(number))
        out.add("bytes", incident.amounts.bytes.map(number))
        out.add("why", text: incident.amounts.sentence)
        return out.value.bytes + [UInt8(ascii: "\n")]
    }

    private static func number(_ value: UInt64) -> JSONValue { .number(JSONNumber(Int64(clamping: value))) }

    /// What tells a line from others: an incident is closed once, and told while it is open as often as it has changed.
    static func key(_ incident: CandidateIncident, isOpen: Bool) -> String {
        key(incident.id, isOpen, incident.last.instant, incident.findings.count + incident.beyond)
    }

    /// The same of a line that was written; nil for anything else.
    static func key(reading line: some Collection<UInt8>) -> String? {
        guard let value = try? JSONValue(parsing: line, limits: limits), value["incident"]?.number?.int64 == version,
            let id = value["id"]?.string, let last = value["last"]?.string,
            let count = value["findings"]?.array?.count, let beyond = value["beyond"]?.number?.int64
        else { return nil }
        return key(id, value["open"] != nil, last, count + Int(clamping: beyond))
    }

    /// The incident's id in the key of a line of an open one; nil in that of a closed one.
    static func openID(_ key: String) -> String? { key.firstIndex(of: " ").map { String(key[..<$0]) } }

    private static func key(_ id: String, _ isOpen: Bool, _ last: String, _ count: Int) -> String {
        isOpen ? "\(id) \(last) \(count)" : id
    }
}
