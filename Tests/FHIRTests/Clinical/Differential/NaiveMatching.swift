import Foundation
import JSONTree

extension Naive {
    static let ownBase = "https://own.example/fhir"

    /// Type, id and version of a reference to a resource here.
    static func local(_ text: String) -> (type: String, id: String, version: String?)? {
        let path = text.hasPrefix(ownBase + "/") ? String(text.dropFirst(ownBase.count + 1)) : text
        let parts = path.components(separatedBy: "/")
        let known = Set(NaiveParameters.byType.keys)
        if parts.count == 2, known.contains(parts[0]) { return (parts[0], parts[1], nil) }
        if parts.count == 4, parts[2] == "_history", known.contains(parts[0]) { return (parts[0], parts[1], parts[3]) }
        return nil
    }

    static func code(_ system: String?, _ code: String?, _ wanted: String, caseMatters: Bool) -> Bool {
        let parts = split(wanted, "|")
        let wantedCode = plain(parts.count > 1 ? parts[1...].joined(separator: "|") : parts[0])
        if parts.count > 1 {
            let wantedSystem = plain(parts[0])
            if wantedSystem.isEmpty ? system != nil : system != wantedSystem { return false }
            if wantedCode.isEmpty { return true }
        }
        guard let code else { return false }
        return caseMatters ? code == wantedCode : code.lowercased() == wantedCode.lowercased()
    }

    /// One element of a data type against one value of a query.
    static func matches(_ element: JSONValue, _ type: String, _ value: String, _ modifier: String, now: Int) -> Bool {
        switch type {
        case "CC":
            if modifier == "text" { return starts(texts(element, "text") + texts(element, "coding.display"), value) }
            return walk(element, ["coding"]).contains { matches($0, "Coding", value, modifier, now: now) }
        case "Coding":
            if modifier == "text" { return starts(texts(element, "display"), value) }
            return code(texts(element, "system").first, texts(element, "code").first, value, caseMatters: false)
        case "Identifier" where modifier == "text": return starts(texts(element, "type.text"), value)
        case "Identifier" where modifier == "of-type":
            let parts = split(value, "|").map(plain)
            guard texts(element, "value").first == parts[2] else { return false }
            return walk(element, ["type", "coding"]).contains { coding in
                texts(coding, "system").first == parts[0] && texts(coding, "code").first == parts[1]
            }
        case "Identifier", "ContactPoint":
            if modifier == "text" { return false }
            return code(texts(element, "system").first, texts(element, "value").first, value, caseMatters: false)
        case "code", "id", "boolean":
            if modifier == "text" { return false }
            let parts = split(value, "|")
            let own: String
            switch element {
            case .string(let text): own = text
            case .bool(let truth): own = truth ? "true" : "false"
            default: return false
            }
            if parts.count > 1, !parts[0].isEmpty, type != "code" { return false }
            return parts.count > 1 && parts[1].isEmpty || own == plain(parts.last ?? "")
        case "string", "HumanName", "Address": return string(element, type, value, modifier)
        case "uri", "canonical": return uri(element, type, plain(value), modifier)
        case "date": return (text(element).flatMap(time)).map { matches(value, $0, now: now) } ?? false
        case "Period": return period(element).map { matches(value, $0, now: now) } ?? false
        case "Timing": return timing(element).map { matches(value, $0, now: now) } ?? false
        case "Quantity", "Range", "Sampled": return quantity(element, type, value)
        default: return reference(element, type, value, modifier)
        }
    }

    private static func text(_ value: JSONValue) -> String? {
        if case .string(let text) = value { text } else { nil }
    }

    private static func starts(_ all: [String], _ value: String) -> Bool {
        all.contains { fold($0).hasPrefix(fold(plain(value))) }
    }

    private static func string(_ element: JSONValue, _ type: String, _ value: String, _ modifier: String) -> Bool {
        let keys = [
            "HumanName": ["text", "family", "given", "prefix", "suffix"],
            "Address": ["text", "line", "city", "district", "state", "postalCode", "country"],
        ]
        let all = keys[type].map { $0.flatMap { texts(element, $0) } } ?? [text(element)].compactMap(\.self)
        switch modifier {
        case "exact": return all.contains(plain(value))
        case "contains": return all.contains { fold($0).contains(fold(plain(value))) }
        default: return starts(all, value)
        }
    }

    private static func uri(_ element: JSONValue, _ type: String, _ value: String, _ modifier: String) -> Bool {
        guard let uri = text(element) else { return false }
        func segments(_ text: String) -> [String] { text.components(separatedBy: "/").filter { !$0.isEmpty } }
        switch modifier {
        case "below": return Array(segments(uri).prefix(segments(value).count)) == segments(value)
        case "above":
            return segments(uri).count > 1 && Array(segments(value).prefix(segments(uri).count)) == segments(uri)
        default: return uri == value || (type == "canonical" && uri.components(separatedBy: "|")[0] == value)
        }
    }

    private static func quantity(_ element: JSONValue, _ type: String, _ value: String) -> Bool {
        let parts = split(value, "|").map(plain)
        var (low, high) = (least, most)
        var units = [element]
        switch type {
        case "Range":
            units = walk(element, ["low"]) + walk(element, ["high"])
            low = walk(element, ["low", "value"]).first.flatMap { number($0) } ?? low
            high = walk(element, ["high", "value"]).first.flatMap { number($0) } ?? high
        case "Sampled":
            units = walk(element, ["origin"])
            let origin = walk(element, ["origin", "value"]).first.flatMap { number($0) } ?? 0
            let factor = walk(element, ["factor"]).first.flatMap { number($0) } ?? 1
            let data = texts(element, "data").joined().components(separatedBy: " ").compactMap { Decimal(string: $0) }
            guard let least = data.map({ $0 * factor + origin }).min(),
                let most = data.map({ $0 * factor + origin }).max()
            else { return false }
            (low, high) = (least, most)
        default:
            guard let number = walk(element, ["value"]).first.flatMap({ number($0) }) else { return false }
            let comparator = texts(element, "comparator").first ?? ""
            if !comparator.hasPrefix("<") { low = comparator == ">" ? number + hair : number }
            if !comparator.hasPrefix(">") { high = comparator == "<" ? number - hair : number }
        }
        guard matches(parts[0], low: low, high: high) else { return false }
        guard parts.count == 3 else { return true }
        return units.contains { unit in
            let (system, code, text) = (
                texts(unit, "system").first, texts(unit, "code").first, texts(unit, "unit").first
            )
            if parts[1].isEmpty { return code == parts[2] || text == parts[2] }
            return system == parts[1] && (parts[2].isEmpty || code == parts[2])
        }
    }

    private static func reference(_ element: JSONValue, _ type: String, _ value: String, _ modifier: String) -> Bool {
        if modifier == "identifier" {
            return walk(element, ["identifier"]).contains { matches($0, "Identifier", value, "", now: 0) }
        }
        guard let own = texts(element, "reference").first else { return false }
        let wanted = plain(value)
        guard let target = local(own) else { return own == wanted }
        if let asked = local(wanted) {
            return asked.type == target.type && asked.id == target.id
                && (asked.version == nil || asked.version == target.version)
        }
        return wanted == target.id && (modifier.isEmpty || modifier == target.type)
    }
}
