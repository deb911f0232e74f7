import JSONTree

/// Puts observations of the same thing together (R4, Observation, `$lastn`): those that have a coding in common, directly or
/// through others, are one group, so that a translation joins what it translates; what has a text alone goes by its text.
struct CodeGroups {
    /// What two observations must have in common: system and code, or a text.
    private enum Name: Hashable {
        case coding(system: String?, code: String)
        case text(String)
    }

    /// By place, a place of the same group that is nearer to its first one; the first one names itself.
    private var parents: [Int] = []
    private var known: [Name: Int] = [:]

    /// Groups the places of some resources, each group in the order given, the groups by the code that comes first in the bytes.
    static func groups(_ places: [Int], of records: [ClinicalRecord]) -> [[Int]] {
        var groups = CodeGroups()
        for place in places { groups.add(records[place].resource["code"]) }
        var members: [Int: [Int]] = [:]
        for (index, place) in places.enumerated() { members[groups.first(of: index), default: []].append(place) }
        return members.values.map { (name(of: $0, records), $0) }
            .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }.map(\.1)
    }

    private mutating func add(_ concept: JSONValue?) {
        let index = parents.count
        parents.append(index)
        for name in CodeGroups.names(concept) {
            if let other = known[name] { join(index, other) } else { known[name] = index }
        }
    }

    private mutating func join(_ one: Int, _ other: Int) {
        let (a, b) = (first(of: one), first(of: other))
        parents[max(a, b)] = min(a, b)
    }

    private mutating func first(of index: Int) -> Int {
        var index = index
        while parents[index] != index {
            parents[index] = parents[parents[index]]
            index = parents[index]
        }
        return index
    }

    /// Codes are compared as they are written, texts without case and accents. A concept with neither is like no other.
    private static func names(_ concept: JSONValue?) -> [Name] {
        let codings = (concept?["coding"]?.array ?? []).compactMap { coding in
            coding["code"]?.string.map { Name.coding(system: coding["system"]?.string, code: $0) }
        }
        guard codings.isEmpty else { return codings }
        return concept?["text"]?.string.map { [.text($0.withoutCaseAndAccents)] } ?? []
    }

    /// The least of what a group's codes are called: it stays the same whatever the order of the resources.
    private static func name(of group: [Int], _ records: [ClinicalRecord]) -> String {
        let all = group.flatMap { place in
            names(records[place].resource["code"]).map { name in
                switch name {
                case .coding(let system, let code): "0\(system ?? "")|\(code)"
                case .text(let text): "1\(text)"
                }
            }
        }
        let nameless = "2" + (group.first.map { records[$0].id } ?? "")
        return all.min { $0.utf8.lexicographicallyPrecedes($1.utf8) } ?? nameless
    }
}
