import Foundation
import JSONTree

/// A search by trying everything against everything.
struct NaiveSearch {
    let resources: [JSONValue]
    let now: Int

    func type(_ index: Int) -> String { Naive.texts(resources[index], "resourceType").first ?? "" }
    func id(_ index: Int) -> String { Naive.texts(resources[index], "id").first ?? "" }

    func elements(_ row: NaiveParameters.Row, _ index: Int) -> [(JSONValue, String)] {
        row.places.flatMap { place -> [(JSONValue, String)] in
            let sides = place.type.components(separatedBy: ">")
            return Naive.walk(resources[index], place.keys).filter { element in
                sides.count == 1 || shownType(element) == sides[1]
            }.map { ($0, sides[0]) }
        }
    }

    private func shownType(_ reference: JSONValue) -> String? {
        var parts = (Naive.texts(reference, "reference").first ?? "").components(separatedBy: "/")
        if parts.count > 3, parts[parts.count - 2] == "_history" { parts.removeLast(2) }
        if parts.count > 1, NaiveParameters.byType[parts[parts.count - 2]] != nil { return parts[parts.count - 2] }
        return Naive.texts(reference, "type").first
    }

    /// The resources that a parameter refers to.
    func targets(_ name: String, _ index: Int) -> [Int] {
        guard let row = NaiveParameters.row(name, type(index)) else { return [] }
        return elements(row, index).flatMap { element, _ in
            let reference = Naive.texts(element, "reference").first.flatMap(Naive.local)
            return resources.indices.filter { type($0) == reference?.type && id($0) == reference?.id }
        }
    }

    func matches(_ index: Int, _ name: String, _ value: String) -> Bool {
        if name.hasPrefix("_has:") {
            let parts = name.components(separatedBy: ":")
            let rest = parts[3...].joined(separator: ":")
            return resources.indices.contains { other in
                type(other) == parts[1] && targets(parts[2], other).contains(index) && matches(other, rest, value)
            }
        }
        if let dot = name.firstIndex(of: ".") {
            let head = name[..<dot].components(separatedBy: ":")
            let rest = String(name[name.index(after: dot)...])
            return targets(head[0], index).contains { target in
                (head.count == 1 || type(target) == head[1]) && matches(target, rest, value)
            }
        }
        let sides = name.components(separatedBy: ":")
        guard let row = NaiveParameters.row(sides[0], type(index)) else { return false }
        let modifier = sides.count > 1 ? sides[1] : ""
        if row.kind == "composite" { return Naive.split(value, ",").contains { composite(index, row, $0) } }
        let elements = elements(row, index)
        if modifier == "missing" { return elements.isEmpty == (value == "true") }
        let isFound = elements.contains { element, type in
            Naive.split(value, ",").contains { Naive.matches(element, type, $0, modifier, now: now) }
        }
        return isFound != (modifier == "not")
    }

    private func composite(_ index: Int, _ row: NaiveParameters.Row, _ value: String) -> Bool {
        let values = Naive.split(value, "$")
        return row.holders.flatMap { Naive.walk(resources[index], $0) }.contains { holder in
            zip(row.places, values).allSatisfy { place, value in
                Naive.walk(holder, place.keys).contains { Naive.matches($0, place.type, value, "", now: now) }
            }
        }
    }

    /// All matches of a type in the order of `_sort`, then of the id.
    func search(_ wanted: String, _ parameters: [(name: String, value: String)]) -> [Int] {
        let found = resources.indices.filter { index in
            type(index) == wanted
                && parameters.allSatisfy { name, value in
                    ["_sort", "_include", "_revinclude"].contains(name.components(separatedBy: ":")[0])
                        || matches(index, name, value)
                }
        }
        let keys = parameters.first { $0.name == "_sort" }?.value.components(separatedBy: ",") ?? []
        return found.sorted { a, b in
            for key in keys {
                let order = compare(a, b, key)
                if order != 0 { return order < 0 }
            }
            return Array(id(a).utf8).lexicographicallyPrecedes(Array(id(b).utf8))
        }
    }

    /// What is included with some matches.
    func included(_ matches: [Int], _ parameters: [(name: String, value: String)]) -> Set<Int> {
        let rules = parameters.filter { $0.name.hasPrefix("_include") || $0.name.hasPrefix("_revinclude") }
        var all = Set(matches)
        for round in 0..<6 {
            let before = all
            let base = round == 0 ? Set(matches) : before
            for rule in rules where round == 0 || rule.name.hasSuffix(":iterate") {
                let parts = rule.value.components(separatedBy: ":")
                for source in resources.indices where type(source) == parts[0] {
                    for target in targets(parts[1], source) where parts.count < 3 || parts[2] == type(target) {
                        if rule.name.hasPrefix("_include"), base.contains(source) { all.insert(target) }
                        if rule.name.hasPrefix("_revinclude"), base.contains(target) { all.insert(source) }
                    }
                }
            }
            if all == before { break }
        }
        return all.subtracting(matches)
    }
}
