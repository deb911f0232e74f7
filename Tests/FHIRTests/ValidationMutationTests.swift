import JSONTree
import Testing

@testable import FHIR

/// Whatever comes: the check ends, soon, and says no more than it may.
@Suite struct ValidationMutationTests {
    private static let seeds = [
        ##"{"resourceType":"Patient","contained":[{"resourceType":"Organization","id":"o","name":"x"}],"managingOrganization":{"reference":"#o"},"name":[{"given":["a",null],"_given":[null,{"extension":[{"url":"urn:a","valueCode":"x"}]}],"period":{"start":"2020","end":"2021"}}],"text":{"status":"generated","div":"<div xmlns=\"http://www.w3.org/1999/xhtml\"><p class=\"a\">x</p></div>"},"identifier":[{"system":"https://rpps.esante.gouv.fr","value":"79927398713"}],"photo":[{"contentType":"image/png","data":"QQ=="}]}"##,
        #"{"resourceType":"Bundle","type":"document","timestamp":"2020-01-01T00:00:00Z","entry":[{"fullUrl":"urn:a","resource":{"resourceType":"Observation","status":"final","code":{"coding":[{"system":"urn:a","code":"1"}]},"valueQuantity":{"value":1.0,"comparator":"<"},"component":[{"code":{"text":"x"},"valueRatio":{"numerator":{"value":1},"denominator":{"value":2}}}]}}]}"#,
        #"{"resourceType":"Condition","subject":{"reference":"Patient/1","type":"Patient"},"clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},"onsetPeriod":{"start":"2020-01-01T00:00:00.123+01:00"}}"#,
    ]

    @Test func bytesChangedAtRandom() throws {
        var generator = SeededGenerator(seed: 5)
        var parsed = 0
        for seed in ValidationMutationTests.seeds {
            for _ in 0..<4000 {
                var bytes = Array(seed.utf8)
                for _ in 0..<Int.random(in: 1...3, using: &generator) {
                    let place = Int.random(in: bytes.indices, using: &generator)
                    switch Int.random(in: 0..<4, using: &generator) {
                    case 0: bytes[place] = UInt8.random(in: 32..<127, using: &generator)
                    case 1: bytes.remove(at: place)
                    case 2: bytes.insert(bytes[Int.random(in: bytes.indices, using: &generator)], at: place)
                    default: bytes[place] = bytes[Int.random(in: bytes.indices, using: &generator)]
                    }
                }
                guard let value = try? JSONValue(parsing: bytes) else { continue }
                parsed += 1
                #expect(StructureCheck.issues(value).count <= StructureCheck.maximumIssues)
            }
        }
        #expect(parsed > 2000)
    }

    /// Every value in turn replaced by others.
    @Test func valuesOfOtherKinds() throws {
        let others: [JSONValue] = [
            .null, true, 0, "", "#", "x", [], [[]], [:],
            ["id": "x"], ["resourceType": "Patient"], [["resourceType": "Bundle"]], ["extension": []],
        ]
        for seed in ValidationMutationTests.seeds {
            let resource = try json(seed)
            for other in others {
                for place in 0..<ValidationMutationTests.count(resource) {
                    var left = place
                    let changed = ValidationMutationTests.replaced(resource, &left, other)
                    #expect(StructureCheck.issues(changed).count <= StructureCheck.maximumIssues)
                }
            }
        }
    }

    @Test func largeInputsTakeLittleTime() throws {
        let many = 20_000
        func list(_ item: (Int) -> String) -> String { (0..<many).map(item).joined(separator: ",") }
        let deep = 60
        let inputs = [
            // Every contained resource mentioned, and none.
            "{\"resourceType\":\"List\",\"status\":\"current\",\"mode\":\"working\",\"contained\":["
                + list { "{\"resourceType\":\"Patient\",\"id\":\"p\($0)\"}" } + "],\"entry\":["
                + list { "{\"item\":{\"reference\":\"#p\($0)\"}}" } + "]}",
            "{\"resourceType\":\"List\",\"contained\":[" + list { "{\"resourceType\":\"Patient\",\"id\":\"p\($0)\"}" }
                + "]}",
            "{\"resourceType\":\"Patient\"," + list { "\"x\($0)\":1" } + "}",
            "{\"resourceType\":\"Patient\",\"identifier\":["
                + list { _ in "{\"system\":\"https://rpps.esante.gouv.fr\",\"value\":\"1\"}" } + "]}",
            "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + list { "{\"fullUrl\":\"urn:\($0)\"}" }
                + "]}",
            "{\"resourceType\":\"Observation\",\"code\":{\"coding\":[" + list { "{\"code\":\"\($0)\"}" }
                + "]},\"valueString\":\"x\",\"component\":["
                + list { "{\"code\":{\"coding\":[{\"code\":\"y\($0)\"}]}}" } + "]}",
            "{\"resourceType\":\"Patient\",\"extension\":["
                + String(repeating: "{\"url\":\"a\",\"extension\":[", count: deep / 2)
                + String(repeating: "]}", count: deep / 2) + "]}",
            "{\"resourceType\":\"Patient\",\"name\":[{\"given\":[" + list { _ in "null" } + "],\"_given\":["
                + list { _ in "null" } + "]}]}",
            "{\"resourceType\":\"Patient\",\"text\":{\"status\":\"generated\",\"div\":\""
                + list { _ in "<div><p class='a'>" } + "\"}}",
            // A list whose nulls and whose companion are far from one another; many references, and what they mean at the end.
            "{\"resourceType\":\"Patient\",\"name\":[{\"given\":[" + list { _ in "null" } + "],"
                + list { "\"x\($0)\":1" }
                + ",\"_given\":[" + list { _ in "{\"extension\":[{\"url\":\"a\",\"valueCode\":\"x\"}]}" } + "]}]}",
            "{\"resourceType\":\"List\",\"status\":\"current\",\"mode\":\"working\",\"entry\":["
                + list { _ in "{\"item\":{\"reference\":\"#p\"}}" } + "]," + list { "\"x\($0)\":1" }
                + ",\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"p\"}]}",
            "{\"resourceType\":\"Patient\",\"id\":\"" + list { _ in "aaaaaaaaaa" } + "\"}",
        ]
        for input in inputs {
            let value = try json(input)
            let took = ContinuousClock().measure {
                #expect(StructureCheck.issues(value).count <= StructureCheck.maximumIssues)
            }
            #expect(took < .seconds(2), "\(input.prefix(80))")
        }
    }

    private static func count(_ value: JSONValue) -> Int {
        switch value {
        case .array(let items): items.reduce(1) { $0 + count($1) }
        case .object(let object): object.members.reduce(1) { $0 + count($1.value) }
        default: 1
        }
    }

    /// The value with the one at a place, counted from outside in, replaced.
    private static func replaced(_ value: JSONValue, _ place: inout Int, _ other: JSONValue) -> JSONValue {
        place -= 1
        if place == -1 { return other }
        switch value {
        case .array(let items): return .array(items.map { replaced($0, &place, other) })
        case .object(let object):
            return .object(
                JSONObject(object.members.map { .init(key: $0.key, value: replaced($0.value, &place, other)) }))
        default: return value
        }
    }
}
