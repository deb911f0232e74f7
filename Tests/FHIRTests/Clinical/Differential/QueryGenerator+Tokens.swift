import Foundation
import JSONTree

extension QueryGenerator {
    mutating func token(_ element: JSONValue, _ type: String, _ modifier: String) -> String? {
        if modifier == "text" {
            let texts = ["text", "display", "type.text", "coding.display"].flatMap { Naive.texts(element, $0) }
            guard let text = pick(texts.filter { !$0.isEmpty }) else { return nil }
            return QueryGenerator.escaped(String(text.prefix(Int.random(in: 1...9, using: &random))).lowercased())
        }
        if modifier == "of-type" {
            guard type == "Identifier", let coding = Naive.walk(element, ["type", "coding"]).first,
                let system = Naive.texts(coding, "system").first, let code = Naive.texts(coding, "code").first,
                let value = Naive.texts(element, "value").first
            else { return nil }
            return [system, code, chance(80) ? value : "other"].map(QueryGenerator.escaped).joined(separator: "|")
        }
        switch (element, type) {
        case (.bool(let truth), _): return truth == chance(90) ? "true" : "false"
        case (.string(let text), _):
            return (chance(15) ? "|" : type == "code" && chance(15) ? "urn:any|" : "") + QueryGenerator.escaped(text)
        default: break
        }
        let codings = type == "CC" ? Naive.walk(element, ["coding"]) : [element]
        guard let coding = pick(codings) else { return nil }
        let key = type == "Identifier" || type == "ContactPoint" ? "value" : "code"
        guard let code = Naive.texts(coding, key).first.map({ chance(20) ? $0.uppercased() : $0 }) else { return nil }
        let system = Naive.texts(coding, "system").first ?? "urn:none"
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return "|" + QueryGenerator.escaped(code)
        case 1: return QueryGenerator.escaped(system) + "|"
        case 2, 3, 4: return QueryGenerator.escaped(system) + "|" + QueryGenerator.escaped(code)
        default: return QueryGenerator.escaped(code)
        }
    }

    mutating func quantity(_ element: JSONValue) -> String? {
        let holders = [element] + ["low", "high", "origin"].flatMap { Naive.walk(element, [$0]) }
        guard let holder = pick(holders.filter { Naive.walk($0, ["value"]).count == 1 }),
            case .number(let number)? = Naive.walk(holder, ["value"]).first
        else { return nil }
        var digits = number.text
        switch Int.random(in: 0..<6, using: &random) {
        case 0: digits = String(digits.prefix(4))
        case 1: digits = String(Int(number.double ?? 1))
        case 2: digits = digits.contains(".") ? digits + "0" : digits + ".0"
        case 3: digits = digits.contains("e") || digits.contains(".") ? digits : digits + "e0"
        case 4: digits = String(Int(number.double ?? 1) + Int.random(in: -3...3, using: &random))
        default: break
        }
        if digits.hasSuffix(".") { digits.removeLast() }
        if digits == "-" { digits = "-1" }
        let prefix = pick(["", "", "eq", "ne", "gt", "ge", "lt", "le", "sa", "eb", "ap"]) ?? ""
        func text(_ key: String) -> String { QueryGenerator.escaped(Naive.texts(holder, key).first ?? "none") }
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return "\(prefix)\(digits)|\(text("system"))|\(text("code"))"
        case 1: return "\(prefix)\(digits)||\(text("code"))"
        case 2: return "\(prefix)\(digits)||\(text("unit"))"
        case 3: return "\(prefix)\(digits)|\(text("system"))|"
        default: return prefix + digits
        }
    }

    mutating func reference(_ element: JSONValue, _ modifier: inout String) -> String? {
        if modifier == "identifier" {
            guard let value = Naive.texts(element, "identifier.value").first else { return nil }
            return chance(50) ? QueryGenerator.escaped(value) : "urn:i|" + QueryGenerator.escaped(value)
        }
        guard let text = Naive.texts(element, "reference").first, text.first != "#" else { return nil }
        guard let target = Naive.local(text) else {
            if modifier == "type" { modifier = "" }
            return modifier.isEmpty ? QueryGenerator.escaped(text) : nil
        }
        if modifier == "type" || modifier == target.type {
            modifier = target.type
            return target.id
        }
        guard modifier.isEmpty else { return nil }
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return target.id
        case 1: return "https://own.example/fhir/\(target.type)/\(target.id)"
        case 2: return "\(target.type)/\(target.id)/_history/2"
        case 3: return QueryGenerator.escaped(text)
        default: return "\(target.type)/\(target.id)"
        }
    }

    private func references(_ type: String) -> [NaiveParameters.Row] {
        (NaiveParameters.byType[type] ?? [:]).values.filter { $0.kind == "reference" }.sorted { $0.name < $1.name }
    }

    /// `encounter.class`, `encounter:Encounter.subject:Patient.name` …
    mutating func chain(_ type: String, depth: Int = 1) -> (name: String, value: String)? {
        let places = search.resources.indices.filter { search.type($0) == type }
        guard let row = pick(references(type)), let index = pick(places) else { return nil }
        guard let target = pick(search.targets(row.name, index)) else { return nil }
        let next = search.type(target)
        let rest =
            depth < 3 && chance(25)
            ? chain(next, depth: depth + 1) : chance(10) ? has(next, depth: depth + 1) : plain(next)
        guard let rest, let own = SearchNames.targets(row.name, type), own.contains(next) else { return nil }
        let isOnly = own.count == 1 && chance(50)
        return (row.name + (isOnly ? "" : ":" + next) + "." + rest.name, rest.value)
    }

    /// `_has:Observation:patient:code` …
    mutating func has(_ type: String, depth: Int = 1) -> (name: String, value: String)? {
        let sources = Set(search.resources.indices.map(search.type)).sorted()
        guard depth <= 3, let source = pick(sources), let row = pick(references(source)) else { return nil }
        guard SearchNames.targets(row.name, source)?.contains(type) == true else { return nil }
        let rest = depth < 3 && chance(20) ? chain(source, depth: depth + 1) : plain(source)
        return rest.map { ("_has:\(source):\(row.name):\($0.name)", $0.value) }
    }

    mutating func includes(_ type: String) -> [(name: String, value: String)] {
        let sources = Set(search.resources.indices.map(search.type)).sorted()
        return (0..<Int.random(in: 1...3, using: &random)).compactMap { _ in
            let isReverse = chance(40)
            let source = isReverse || chance(30) ? pick(sources) ?? type : type
            let places = search.resources.indices.filter { search.type($0) == source }.shuffled(using: &random).prefix(
                4)
            let used = references(source).filter { row in places.contains { !search.targets(row.name, $0).isEmpty } }
            guard let row = pick(used) else { return nil }
            let target = chance(20) ? ":Patient" : ""
            return (
                (isReverse ? "_revinclude" : "_include") + (chance(30) ? ":iterate" : ""),
                "\(source):\(row.name)\(target)"
            )
        }
    }
}
