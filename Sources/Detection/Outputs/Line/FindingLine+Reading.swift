import JSONTree
import Vocabulary

extension FindingLine {
    private static let limits = JSONLimits(maximumBytes: maximumBytes, maximumDepth: 3, maximumNodes: 8_192)
    private static let known: Set<String> = [
        "finding", "id", "rule", "title", "level", "tags", "first", "last", "group", "measure", "unit", "events",
        "shown",
        "category", "product", "service", "why", "update",
    ]

    /// Reads one line, with or without its end. Strict: a member that is unknown, missing, twice or of another kind is
    /// an error.
    public static func read(_ bytes: some Collection<UInt8>) throws(FindingLineError) -> Finding {
        let value: JSONValue
        do { value = try JSONValue(parsing: bytes, limits: limits) } catch {
            throw FindingLineError("", "no JSON that is taken: \(error.code)")
        }
        guard let object = value.object else { throw FindingLineError("", "no JSON object") }
        if object.members.contains(where: { !known.contains($0.key) }) {
            throw FindingLineError("", "a member that this version does not know")
        }
        return try finding(FindingMembers(object: object))
    }

    private static func finding(_ from: FindingMembers) throws(FindingLineError) -> Finding {
        guard from.object["finding"]?.number?.int64 == version else {
            throw FindingLineError("finding", "not version 1")
        }
        guard let level = RuleLevel(rawValue: try from.text("level")) else {
            throw FindingLineError("level", "none of Sigma's levels")
        }
        let (first, last) = (try from.moment("first"), try from.moment("last"))
        guard first <= last else { throw FindingLineError("last", "before the first") }
        var finding = Finding(
            id: try from.text("id"), rule: try from.text("rule"), title: try from.text("title"), level: level,
            tags: try from.texts("tags"), first: first, last: last, group: try from.pairs("group"),
            measure: try from.number("measure"), events: try from.count("events"), shown: try from.pairs("shown"),
            source: try from.source(), why: try from.optionalText("why") ?? "", unit: try from.optionalText("unit"))
        if from.object["update"] != nil { finding.update = try from.count("update") }
        return finding
    }
}
