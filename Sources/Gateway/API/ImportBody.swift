import JSONTree
import Records

/// The body of `POST /fhir/$import`: JSON lines, each a group of entries that refer to one another.
///
/// A line is `{"entries":[{"fullUrl":…,"resource":{…}}, …]}`. The first line may be `{"known":{"Patient/17":"Patient/<id>",
/// …}}`: what earlier calls answered as `map`.
struct ImportBody: Sendable {
    /// Most groups of one call.
    static let maximumGroups = 2_000
    private(set) var known: [String: String] = [:]
    private(set) var groups: [[ImportEntry]] = []

    /// Throws 400 with the line for what is not JSON, 422 for what is not a group.
    init(_ body: [UInt8]) throws(HTTPRefusal) {
        var lines = JSONLines(maximumLineBytes: body.count)
        while let line = try ImportBody.next(&lines, body) {
            let value: JSONValue
            do throws(JSONError) {
                value = try JSONValue(parsing: body[line.range])
            } catch {
                throw HTTPRefusal(error, line: line.number)
            }
            try read(value, line.number)
        }
    }

    private static func next(_ lines: inout JSONLines, _ body: [UInt8]) throws(HTTPRefusal) -> JSONLines.Line? {
        do throws(JSONError) {
            return try lines.next(in: body.span)
        } catch {
            throw HTTPRefusal(error)
        }
    }

    private mutating func read(_ value: JSONValue, _ line: Int) throws(HTTPRefusal) {
        if groups.isEmpty, known.isEmpty, let pairs = value["known"]?.object {
            for member in pairs.members {
                guard let reference = member.value.string else { throw .element("known", "line[\(line)].known") }
                known[member.key] = reference
            }
            return
        }
        guard let entries = value["entries"]?.array else { throw .element("group", "line[\(line)].entries") }
        guard groups.count < ImportBody.maximumGroups else { throw .bodyTooLarge }
        var group: [ImportEntry] = []
        for (index, entry) in entries.enumerated() {
            guard let resource = entry["resource"], resource.object != nil else {
                throw .element("resource", "line[\(line)].entries[\(index)].resource")
            }
            group.append(ImportEntry(fullURL: entry["fullUrl"]?.string, resource: resource))
        }
        groups.append(group)
    }
}
