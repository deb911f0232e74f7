import JSONTree
import Testing
import Vocabulary

@testable import FHIR

@Suite("The newest of each kind") struct LastTests {
    private static func observation(_ id: String, _ code: String, _ effective: String?) -> String {
        let time = effective.map { ",\"effectiveDateTime\":\"\($0)\"" } ?? ""
        return "{\"resourceType\":\"Observation\",\"id\":\"\(id)\",\"status\":\"final\",\"code\":{\(code)}\(time)}"
    }

    private static func coding(_ codes: String...) -> String {
        let codings = codes.map { code in
            let halves = code.split(separator: "|").map(String.init)
            return "{\"system\":\"\(halves[0])\",\"code\":\"\(halves[1])\"}"
        }
        return "\"coding\":[\(codings.joined(separator: ","))]"
    }

    private static func last(_ parameters: String) throws -> ClinicalQuery {
        let pairs = parameters.split(separator: "&").map { pair in
            let halves = pair.split(separator: "=", maxSplits: 1).map(String.init)
            return (name: halves[0], value: halves[1])
        }
        return try ClinicalQuery.last(pairs, now: Timestamp(seconds: 1_577_836_800), options: testOptions)
    }

    private static func ids(_ set: ClinicalSearch, _ parameters: String) throws -> String {
        try set.matches(last(parameters)).map { set.records[$0].id }.joined(separator: " ")
    }

    private static let set = try? clinical(
        observation("a1", coding("s|a"), "2020-01-01"), observation("a2", coding("s|a"), "2020-03-01T10:00:00Z"),
        observation("a3", coding("s|a"), "2020-02-01"), observation("b1", coding("s|b"), nil),
        observation("b2", coding("s|b"), "2019-01-01"), observation("t1", "\"text\":\"Taille\"", "2018"),
        observation("t2", "\"text\":\"taille\"", "2019"), observation("n1", "\"id\":\"x\"", "2020"),
        observation("n2", "\"id\":\"x\"", "2020"))

    @Test(arguments: [
        ("max=1", "a2 b2 t2 n1 n2"), ("", "a2 b2 t2 n1 n2"), ("max=2", "a2 a3 b2 b1 t2 t1 n1 n2"),
        ("max=99", "a2 a3 a1 b2 b1 t2 t1 n1 n2"), ("max=1&date=lt2020-02-15", "a3 b2 t2 n1 n2"),
        ("max=2&code=s|a", "a2 a3"), ("code=s|z", ""),
    ])
    func groupsByCode(parameters: String, expected: String) throws {
        #expect(try Self.ids(try #require(Self.set), parameters) == expected)
    }

    /// A translation joins what it translates, through others too and in any order; the same code of two systems does not.
    @Test func translationsAreOneGroup() throws {
        let texts = [
            Self.observation("a", Self.coding("loinc|1"), "2020"),
            Self.observation("b", Self.coding("loinc|1", "local|x"), "2021"),
            Self.observation("c", Self.coding("local|x", "snomed|7"), "2022"),
            Self.observation("d", Self.coding("snomed|7"), "2023"),
            Self.observation("e", Self.coding("other|1"), "2019"),
        ]
        for shift in texts.indices {
            let turned = Array(texts[shift...] + texts[..<shift])
            let records = try turned.compactMap { text in
                let resource = try json(text)
                return ClinicalRecord(
                    id: resource["id"]?.string ?? "", lastUpdated: Timestamp(seconds: 0), resource: resource)
            }
            let set = ClinicalSearch(records)
            #expect(try Self.ids(set, "max=1") == "d e", "\(shift)")
            #expect(try Self.ids(set, "max=9") == "d c b a e", "\(shift)")
        }
    }

    @Test func periodsAndInstantsAreInOneOrder() throws {
        let set = try clinical(
            #"{"resourceType":"Observation","id":"p","code":{"text":"x"},"effectivePeriod":{"start":"2020-02-01","end":"2021-01-01"}}"#,
            #"{"resourceType":"Observation","id":"i","code":{"text":"x"},"effectiveInstant":"2020-02-02T00:00:00Z"}"#,
            #"{"resourceType":"Observation","id":"d","code":{"text":"x"},"effectiveDateTime":"2020-01"}"#)
        #expect(try Self.ids(set, "max=3") == "i p d")
    }

    @Test func pagesAndTotalsCountWhatIsLeft() throws {
        let set = try #require(Self.set)
        let first = set.page(try Self.last("max=2&_count=3"))
        #expect(first.matches.map { set.records[$0].id } == ["a2", "a3", "b2"] && first.total == 8 && first.next == 3)
        let count = set.page(try Self.last("max=1&_summary=count"))
        #expect(count.matches.isEmpty && count.total == 5)
    }

    @Test(arguments: [
        ("max=0", 1), ("max=-1", 1), ("max=x", 1), ("max=1&max=2", 1), ("_sort=date", 1), ("max=1234567890", 1),
        ("max=0&_sort=code&nonsense=1", 3), ("date=soon", 1),
    ])
    func whatIsWrongIsSaidAtOnce(parameters: String, count: Int) throws {
        do {
            _ = try Self.last(parameters)
            Issue.record("understood: \(parameters)")
        } catch let issues as ClinicalIssues {
            #expect(issues.issues.count == count, "\(parameters)")
        }
    }
}
