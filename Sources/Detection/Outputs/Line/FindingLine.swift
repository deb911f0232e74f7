import JSONTree
import Vocabulary

/// The watchtower's own form of a finding: one JSON object a line (NDJSON), lossless.
///
/// Members, in this order: `finding` (the form's version, 1), `id`, `rule`, `title`, `level`, `tags`, `first`, `last`
/// (UTC, with milliseconds), `group`, `measure`, `unit`, `events`, `shown`, `category`, `product`, `service`, `why`, `update`.
/// Lists of fields are arrays of `{"field": …, "value": …}`, because a field may stand twice. What is empty or nil is
/// left out.
public enum FindingLine {
    /// The most bytes of a line that are read.
    public static let maximumBytes = 256 << 10
    static let version: Int64 = 1

    /// The finding as one line, its end included.
    public static func write(_ finding: Finding) -> [UInt8] {
        var bytes = value(of: finding).bytes
        bytes.append(UInt8(ascii: "\n"))
        return bytes
    }

    /// The finding as a JSON object.
    public static func value(of finding: Finding) -> JSONValue {
        var out = MemberList()
        out.add("finding", whole: version)
        for (key, text) in [("id", finding.id), ("rule", finding.rule), ("title", finding.title)] {
            out.add(key, text: text)
        }
        out.add("level", text: finding.level.rawValue)
        out.add("tags", texts: finding.tags)
        out.add("first", text: finding.first.instant)
        out.add("last", text: finding.last.instant)
        add(finding.group, as: "group", to: &out)
        out.add("measure", number: finding.measure)
        out.add("unit", text: finding.unit)
        out.add("events", whole: Int64(finding.events))
        add(finding.shown, as: "shown", to: &out)
        out.add("category", text: finding.source.category)
        out.add("product", text: finding.source.product)
        out.add("service", text: finding.source.service)
        out.add("why", text: finding.why.isEmpty ? nil : finding.why)
        if finding.update > 0 { out.add("update", whole: Int64(finding.update)) }
        return out.value
    }

    private static func add(_ pairs: [Finding.Pair], as key: String, to out: inout MemberList) {
        guard !pairs.isEmpty else { return }
        out.add(key, .array(pairs.map { ["field": .string($0.field), "value": .string($0.value)] }))
    }
}
