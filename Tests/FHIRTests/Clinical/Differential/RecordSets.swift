import JSONTree
import Vocabulary

@testable import FHIR

/// Sets of resources to search: some of a Synthea patient's, changed here and there so that every case occurs.
struct RecordSets {
    var random: SeededGenerator
    let patients: [[JSONValue]]

    /// Reads bundles; references become `Type/id`.
    init(bundles: Int, seed: UInt64) {
        random = SeededGenerator(seed: seed)
        patients = Samples.bundles(bundles).map { bundle in
            let entries = Bundle.entries(of: bundle)
            var names: [String: String] = [:]
            for entry in entries {
                guard let url = entry.fullUrl, let resource = entry.resource else { continue }
                names[url] = "\(resource["resourceType"]?.string ?? "")/\(resource["id"]?.string ?? "")"
            }
            return entries.compactMap { $0.resource.map { References.rewrite($0) { names[$0] } } }
        }
    }

    /// Up to `size` resources of one patient, the patient and what others refer to among them, changed.
    mutating func next(size: Int) -> [JSONValue] {
        guard let all = patients.randomElement(using: &random) else { return [] }
        let rest = all.dropFirst().shuffled(using: &random)
        let often: Set = ["Encounter", "Organization", "Practitioner", "Claim", "Condition"]
        let referred = rest.filter { often.contains($0["resourceType"]?.string ?? "") }.prefix(size / 3)
        let others = rest.filter { $0["resourceType"] != "Encounter" }.prefix(size - 1 - referred.count)
        var seen: Set<JSONValue> = []
        return (all.prefix(1) + referred + others).filter { seen.insert($0["id"] ?? .null).inserted }.map {
            changed($0)
        }
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    private mutating func changed(_ resource: JSONValue) -> JSONValue {
        guard case .object(var object) = walked(resource, key: "") else { return resource }
        let moment = Int64.random(in: 1_500_000_000_000...1_600_000_000_000, using: &random)
        var meta = object["meta"]?.object ?? JSONObject()
        meta["lastUpdated"] = .string(Timestamp(milliseconds: moment).instant)
        if chance(20) { meta["source"] = .string("http://s.example/a/" + (chance(50) ? "b" : "b/c")) }
        if chance(20) { meta["profile"] = [.string("http://p.example/x" + (chance(50) ? "|2" : ""))] }
        if chance(20) { meta["security"] = [["system": "urn:s", "code": .string(chance(50) ? "R" : "N")]] }
        object["meta"] = .object(meta)
        switch object["resourceType"]?.string {
        case "Observation": observe(&object)
        case "Encounter" where chance(60):
            object["length"] = ["value": .number(JSONNumber(Int64.random(in: 1...90, using: &random))), "unit": "min"]
        case "Condition" where chance(30):
            object["onsetDateTime"] = nil
            if chance(50) {
                object["onsetString"] = "Depuis l’Été"
            } else {
                object["onsetRange"] = ["low": ["value": 30, "unit": "a"], "high": ["value": 40, "unit": "a"]]
            }
        default: break
        }
        return .object(object)
    }

    private mutating func observe(_ object: inout JSONObject) {
        if chance(15), let date = object["effectiveDateTime"] {
            object["effectiveDateTime"] = nil
            let later = JSONValue.string("2019-06")
            if chance(50) {
                object["effectivePeriod"] =
                    chance(33) ? ["start": date] : chance(50) ? ["end": date] : ["start": date, "end": later]
            } else {
                object["effectiveTiming"] = ["event": [date, later], "repeat": ["boundsPeriod": ["start": "2017"]]]
            }
        }
        if chance(10) {
            object["subject"] = ["reference": "Patient/elsewhere", "identifier": ["system": "urn:i", "value": "A|1"]]
        }
        if chance(8), object["valueQuantity"] != nil {
            object["valueQuantity"] = nil
            object["valueSampledData"] = [
                "origin": ["value": 10, "unit": "mm", "system": "urn:u", "code": "mm"], "period": 1, "dimensions": 1,
                "data": "1 2.5 E 7 -3",
            ]
        }
        if chance(5) { object["valueString"] = "Négatif, $ | \\ fin" }
    }

    private mutating func walked(_ value: JSONValue, key: String) -> JSONValue {
        switch value {
        case .array(let items): return .array(items.map { walked($0, key: key) })
        case .object(let object): return walked(object)
        case .string(let text): return .string(text.utf8.count > 9 && isDate(text) ? date(text) : text)
        default: return value
        }
    }

    private func isDate(_ text: String) -> Bool {
        text.utf8.count >= 10 && text.utf8.count <= 30 && TimeReader.read(text) != nil
    }

    private mutating func date(_ text: String) -> String {
        guard text.contains("T") else { return chance(20) ? String(text.prefix(chance(50) ? 4 : 7)) : text }
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return String(text.prefix(10))
        case 1: return String(text.prefix(7))
        case 2: return String(text.prefix(4))
        case 3: return String(text.prefix(19)) + "+02:00"
        case 4: return String(text.prefix(19)) + "-05:30"
        case 5: return String(text.prefix(19)) + ".25Z"
        default: return text
        }
    }

    private mutating func walked(_ object: JSONObject) -> JSONValue {
        var members = object.members.map { JSONObject.Member(key: $0.key, value: walked($0.value, key: $0.key)) }
        let keys = Set(members.map(\.key))
        if keys.contains("value"), keys.contains("unit") {
            if chance(15) {
                members.append(
                    .init(
                        key: "comparator", value: .string(["<", "<=", ">", ">="].randomElement(using: &random) ?? "<")))
            }
            for place in members.indices where members[place].key == "value" {
                guard case .number(let number) = members[place].value, chance(40) else { continue }
                let short = String(number.text.prefix(Int.random(in: 2...5, using: &random)))
                if let number = JSONNumber(text: short) { members[place].value = .number(number) }
            }
        }
        if keys.isSuperset(of: ["system", "code"]), chance(4) { members.removeAll { $0.key == "system" } }
        if keys.isSuperset(of: ["start", "end"]), chance(20) {
            members.removeAll { $0.key == (keys.count % 2 == 0 ? "end" : "start") }
        }
        for place in members.indices where members[place].key == "reference" {
            guard case .string(let text) = members[place].value, text.first != "#", text.contains("/") else { continue }
            let other =
                chance(6)
                ? "https://own.example/fhir/" + text
                : chance(3) ? text + "/_history/2" : chance(3) ? "https://other.example/" + text : text
            members[place].value = .string(other)
        }
        return .object(JSONObject(members))
    }
}

extension Samples {
    /// The first Synthea bundles.
    static func bundles(_ count: Int) -> [JSONValue] { files("data/synthea", first: count).map(\.resource) }
}
