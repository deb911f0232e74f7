import JSONTree

/// Makes up queries that are right, of values that occur.
struct QueryGenerator {
    var random: SeededGenerator
    let search: NaiveSearch

    private static let prefixes = ["", "", "", "eq", "ne", "gt", "ge", "lt", "le", "sa", "eb", "ap"]

    mutating func pick<T>(_ items: [T]) -> T? { items.randomElement(using: &random) }
    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    /// A type and the parameters of a search for it.
    mutating func next() -> (type: String, parameters: [(name: String, value: String)]) {
        let types = Set(search.resources.indices.map(search.type)).sorted()
        let type = chance(30) ? "Observation" : pick(types) ?? "Patient"
        var parameters: [(name: String, value: String)] = []
        for _ in 0..<(chance(60) ? 1 : chance(70) ? 2 : 3) {
            if chance(12), let chain = chain(type) {
                parameters.append(chain)
            } else if chance(8), let has = has(type) {
                parameters.append(has)
            } else if let plain = plain(type) {
                parameters.append(plain)
            }
        }
        if chance(40) { parameters.append(("_sort", sort(type))) }
        if chance(25) { parameters.append(contentsOf: includes(type)) }
        return (type, parameters)
    }

    private mutating func row(_ type: String, _ kinds: [String]? = nil) -> NaiveParameters.Row? {
        let rows =
            Array((NaiveParameters.byType[type] ?? [:]).values)
            + (chance(15) ? Array(NaiveParameters.common.values) : [])
        return pick(rows.filter { kinds?.contains($0.kind) ?? true }.sorted { $0.name < $1.name })
    }

    mutating func plain(_ type: String) -> (name: String, value: String)? {
        guard let row = row(type) else { return nil }
        if chance(6), row.kind != "composite" { return (row.name + ":missing", chance(50) ? "true" : "false") }
        var modifier = ""
        switch row.kind {
        case "token": modifier = pick(["", "", "", "", "not", "not", "text", "of-type"]) ?? ""
        case "string": modifier = pick(["", "exact", "contains"]) ?? ""
        case "uri": modifier = pick(["", "above", "below"]) ?? ""
        case "reference": modifier = pick(["", "", "", "type", "identifier"]) ?? ""
        default: break
        }
        let values = (0..<(chance(70) ? 1 : 2)).compactMap { _ in value(row, type, &modifier) }
        guard !values.isEmpty else { return nil }
        return (row.name + (modifier.isEmpty ? "" : ":" + modifier), values.joined(separator: ","))
    }

    /// A value that some resource has, or nearly has; the modifier may have to be another one for it.
    private mutating func value(_ row: NaiveParameters.Row, _ type: String, _ modifier: inout String) -> String? {
        let places = search.resources.indices.filter { search.type($0) == type }
        for _ in 0..<6 {
            guard let index = pick(places) else { return nil }
            if row.kind == "composite" { return composite(row, index) }
            guard let (element, type) = pick(search.elements(row, index)) else { continue }
            if type == "Reference" {
                if let text = reference(element, &modifier) { return text }
            } else if let text = value(element, type, modifier) {
                return text
            }
        }
        return nil
    }

    private mutating func composite(_ row: NaiveParameters.Row, _ index: Int) -> String? {
        guard let holder = pick(row.holders.flatMap { Naive.walk(search.resources[index], $0) }) else { return nil }
        var values: [String] = []
        for place in row.places {
            guard let element = Naive.walk(holder, place.keys).first, let text = value(element, place.type, "") else {
                return nil
            }
            values.append(text)
        }
        return values.joined(separator: "$")
    }

    static func escaped(_ text: String) -> String {
        text.reduce(into: "") { out, character in
            if "\\,|$".contains(character) { out.append("\\") }
            out.append(character)
        }
    }

    mutating func value(_ element: JSONValue, _ type: String, _ modifier: String) -> String? {
        switch type {
        case "CC", "Coding", "Identifier", "ContactPoint", "code", "id", "boolean":
            return token(element, type, modifier)
        case "date", "Period", "Timing":
            guard let text = pick(strings(element)) else { return nil }
            let prefix = pick(QueryGenerator.prefixes) ?? ""
            return prefix + (["sa", "eb"].contains(prefix) && chance(60) ? neighbour(text) : date(text))
        case "Quantity", "Range", "Sampled": return quantity(element)
        case "uri", "canonical":
            guard let text = pick(strings(element)) else { return nil }
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            if modifier == "above" { return QueryGenerator.escaped(text + (chance(50) ? "/more" : "")) }
            if modifier == "below" {
                return QueryGenerator.escaped(
                    parts.prefix(Int.random(in: 3...max(3, parts.count), using: &random)).joined(separator: "/"))
            }
            return QueryGenerator.escaped(chance(30) ? String(text.prefix { $0 != "|" }) : text)
        default:
            guard let text = pick(strings(element).filter { !$0.isEmpty }) else { return nil }
            if modifier == "exact" { return QueryGenerator.escaped(chance(70) ? text : text.lowercased()) }
            let start = modifier == "contains" ? Int.random(in: 0..<text.count, using: &random) : 0
            let piece = String(text.dropFirst(start).prefix(Int.random(in: 1...8, using: &random)))
            return QueryGenerator.escaped(chance(50) ? piece.uppercased() : piece)
        }
    }

    private func strings(_ element: JSONValue) -> [String] {
        switch element {
        case .string(let text): [text]
        case .array(let items): items.flatMap(strings)
        case .object(let object):
            object.members.filter { !["use", "type", "id"].contains($0.key) }.flatMap { strings($0.value) }
        default: []
        }
    }

    private mutating func date(_ text: String) -> String {
        guard Naive.time(text) != nil else { return "2018" }
        var text = text
        if chance(10) { text = "20" + String(Int.random(in: 10...19, using: &random)) + text.dropFirst(4) }
        if chance(25) { text = neighbour(text) }
        let zone = text.count > 19 ? String(text.suffix(from: text.index(text.startIndex, offsetBy: 19))) : ""
        switch Int.random(in: 0..<6, using: &random) {
        case 0: text = String(text.prefix(4))
        case 1 where text.count >= 7: text = String(text.prefix(7))
        case 2 where text.count >= 10: text = String(text.prefix(10))
        case 3 where !zone.isEmpty && !zone.hasPrefix("."): text = String(text.prefix(16)) + zone
        default: break
        }
        if text.hasSuffix("02-29") { text = String(text.prefix(7)) }
        return text.contains("-02-29T") ? String(text.prefix(7)) : text
    }

    /// The day or the second before, or the one after, where no day or minute ends.
    private mutating func neighbour(_ text: String) -> String {
        let (start, least, most) = text.count >= 19 ? (17, 0, 59) : (8, 1, 28)
        guard text.count >= start + 2 else { return text }
        let from = text.index(text.startIndex, offsetBy: start)
        let to = text.index(from, offsetBy: 2)
        guard let number = Int(text[from..<to]) else { return text }
        let next = min(max(number + (chance(50) ? 1 : -1), least), most)
        return text[..<from] + (next < 10 ? "0" : "") + String(next) + text[to...]
    }

    private mutating func sort(_ type: String) -> String {
        (0..<Int.random(in: 1...2, using: &random)).compactMap { _ in
            row(type, ["token", "date", "string", "reference", "uri", "quantity"]).flatMap { row in
                row.name.hasPrefix("address") ? nil : (chance(40) ? "-" : "") + row.name
            }
        }.joined(separator: ",").nonEmpty ?? "_id"
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
