import JSONTree
import Testing

@testable import FHIR

@Suite struct ResultTests {
    private static let set = try? clinical(
        #"{"resourceType":"Condition","id":"d","onsetDateTime":"2020-01","code":{"coding":[{"code":"b"}]},"severity":{"coding":[{"code":"x"}]}}"#,
        #"{"resourceType":"Condition","id":"a","onsetDateTime":"2020-01-01","code":{"coding":[{"code":"B"},{"code":"z"}]}}"#,
        #"{"resourceType":"Condition","id":"c","code":{"coding":[{"code":"a"}]},"onsetAge":{"value":9}}"#,
        #"{"resourceType":"Condition","id":"b","onsetPeriod":{"start":"2019"},"onsetString":"x"}"#)

    @Test(arguments: [
        ("", "a b c d"), ("_sort=onset-date", "b a d c"), ("_sort=-onset-date", "d a b c"), ("_sort=code", "c a d b"),
        ("_sort=-code", "a d c b"), ("_sort=code,-_id", "c d a b"), ("_sort=severity,-onset-date", "d a b c"),
        ("_sort=-_id", "d c b a"), ("_sort=-_lastUpdated", "b c a d"), ("_sort=onset-age", "c a b d"),
        ("_sort=subject", "a b c d"),
    ])
    func order(parameters: String, expected: String) throws {
        #expect(try #require(Self.set).ids("Condition?\(parameters)") == expected)
    }

    @Test func pages() throws {
        let set = try #require(Self.set)
        let first = set.page(try query("Condition?_count=3"))
        #expect(first.matches.map { set.records[$0].id } == ["a", "b", "c"] && first.total == 4 && first.next == 3)
        let second = set.page(try query("Condition?_count=3"), offset: 3)
        #expect(second.matches.map { set.records[$0].id } == ["d"] && second.total == 4 && second.next == nil)
        #expect(set.page(try query("Condition?_total=none")).total == nil)
        #expect(set.page(try query("Condition?_total=estimate")).total == 4)
        for text in ["Condition?_count=0", "Condition?_summary=count", "Condition?_summary=count&_total=none"] {
            let page = set.page(try query(text))
            #expect(page.matches.isEmpty && page.total == 4 && page.next == nil, "\(text)")
        }
        #expect(set.page(try query("Condition?_count=2"), offset: 99).matches.isEmpty)
        #expect(set.page(try query("Condition?_count=2"), offset: -5).matches.count == 2)
        #expect(try query("Condition?_count=999999").count == 1000)
    }

    @Test func whatIsWrongIsSaidAtOnceAndWithoutValues() throws {
        let text =
            "Condition?colour=Dupont&code:in=Dupont&subject:Observation=Dupont&onset-date=Dupont&_sort=Dupont&_count=-1&_query=Dupont&severity:exact=Dupont&code.name=Dupont&_has:Condition=Dupont&_elements=Dupont&_total=Dupont&_include=Dupont&code:above=Dupont&_filter=Dupont&_containedType=Dupont&Jean Dupont=1&_summary=Dupont&_count=5&subject.colour=Dupont&_sort:x=code&_type=Dupont"
        do throws(ClinicalIssues) {
            _ = try query(text)
            Issue.record("answered")
        } catch {
            #expect(
                error.issues.map { "\($0.parameter) \($0.code.rawValue)" } == [
                    "colour unknown", "code:in modifier", "subject:Observation modifier", "onset-date value",
                    "_sort unknown",
                    "_count value", "_query unsupported", "severity:exact modifier", "code.name value",
                    "_has:Condition value",
                    "_elements value", "_total value", "_include value", "code:above modifier", "_filter unsupported",
                    "_containedType unsupported", "? unknown", "_summary value", "_count value",
                    "subject.colour unknown",
                    "_sort:x value",
                    "_type unsupported",
                ])
            #expect(error.issues.allSatisfy { !$0.description.contains("Dupont") && !$0.reason.isEmpty })
            #expect(StructureCheck.issues(error.outcome.json).isEmpty)
        }
    }

    @Test func theLenientAreToldWhatWasLeftOut() throws {
        var options = testOptions
        options.isLenient = true
        let lenient = try query("Condition?colour=x&code:in=y&_query=z&code=b&_format=json&_pretty=true", options)
        #expect(lenient.ignored.map(\.parameter) == ["colour", "code:in", "_query"])
        #expect(try #require(Self.set).matches(lenient).count == 2)
        #expect(throws: ClinicalIssues.self) { try query("Condition?onset-date=x", options) }
        #expect(try query("Condition?_format=json").ignored.isEmpty)
    }

    @Test func refusalsSayWhy() throws {
        let cases = [
            ("Location?_sort=near", "_sort: it has no order"),
            ("Patient?phonetic=a", "phonetic: names are compared by sound only to find a patient"),
            ("Patient?age=3", "age: R4 gives no expression for it"),
            ("Patient?_list=$current-allergies", "_list: only lists that are stored have members"),
            ("Condition?code:below=a", "code:below: no hierarchy is known"),
            ("Condition?code:not-in=a", "code:not-in: only value sets of R4's required bindings are known"),
            ("Binary?_text=a", "_text: not a parameter of Binary"),
            ("Observation?_sort=code-value-quantity", "_sort: it has no order"),
        ]
        for (text, expected) in cases {
            do throws(ClinicalIssues) {
                _ = try query(text)
                Issue.record("answered: \(text)")
            } catch { #expect(error.issues.map(\.description) == [expected]) }
        }
    }

    @Test func thereAreLimits() throws {
        let many = Array(repeating: "code=a", count: 65).joined(separator: "&")
        let values = Array(repeating: "a", count: 201).joined(separator: ",")
        let deep = "encounter.part-of.part-of.part-of.status=x"
        let wide = "Basic?subject.subject.subject._id=a"
        let all = Array(repeating: "code=\(Array(repeating: "a", count: 200).joined(separator: ","))", count: 6)
        for text in [
            "Condition?" + all.joined(separator: "&"), "Condition?\(many)", "Condition?code=\(values)",
            "Condition?\(deep)", wide,
            "Condition?code=\(String(repeating: "a", count: 9000))",
            "Condition?_sort=\(Array(repeating: "code", count: 9).joined(separator: ","))",
            "Condition?" + Array(repeating: "_include=*", count: 33).joined(separator: "&"),
        ] {
            do throws(ClinicalIssues) {
                _ = try query(text)
                Issue.record("answered: \(text.prefix(40))")
            } catch { #expect(error.issues.contains { $0.code == .tooMany }, "\(text.prefix(40))") }
        }
        #expect(throws: Never.self) { try query("Condition?encounter.part-of.part-of.status=x") }
    }

    @Test func aQueryNamesTheTypesThatTakePart() throws {
        let cases: [(String, [String]?)] = [
            ("Condition?code=a", ["Condition"]), ("Condition?encounter.class=a", ["Condition", "Encounter"]),
            (
                "Encounter?_has:Observation:encounter:performer:Practitioner.name=a",
                ["Encounter", "Observation", "Practitioner"]
            ),
            (
                "Condition?_include=Condition:encounter&_revinclude=Procedure:reason-reference",
                ["Condition", "Encounter", "Procedure"]
            ),
            ("Condition?_include=*", nil), ("Condition?_revinclude=Condition:*", nil),
        ]
        for (text, expected) in cases {
            #expect(try query(text).types?.map(\.name).sorted() == expected, "\(text)")
        }
    }

    @Test func includesAreCutAtTheirLimit() throws {
        var options = testOptions
        options.limits.included = 1
        let set = try clinical(
            #"{"resourceType":"Condition","id":"a","encounter":{"reference":"Encounter/e"},"subject":{"reference":"Patient/p"}}"#,
            #"{"resourceType":"Encounter","id":"e"}"#, #"{"resourceType":"Patient","id":"p"}"#)
        let cut = set.page(try query("Condition?_include=*", options))
        #expect(cut.included.count == 1 && cut.isCut)
        #expect(!set.page(try query("Condition?_include=*")).isCut)
    }

    @Test func hostileQueriesDoNoHarm() throws {
        let set = try #require(Self.set)
        var random = SeededGenerator(seed: 5)
        let names = [
            "code", "onset-date", "subject", "_has:", ":", ".", "Condition", "_sort", "_include", "_count", "_elements",
            "evidence-detail", "missing", "value-string", "contains", "name", "*", "_id", "encounter", "-", "iterate",
            "é", "%",
        ]
        let pieces = [
            "\\", ",", "|", "$", "a", "1", "-", "ge", "2020", "T", ":", "é\u{301}", "\u{301}", "Patient/1", "http://",
            "*", ".",
            "e", "99999999999999999999999", "\u{0}", "true",
        ]
        var answered = 0
        for _ in 0..<20_000 {
            let name = (0..<Int.random(in: 1...5, using: &random)).map { _ in names.randomElement(using: &random) ?? ""
            }.joined()
            let value = (0..<Int.random(in: 0...6, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let type = try #require(
                ResourceType(["Condition", "Patient", "Observation"].randomElement(using: &random) ?? ""))
            guard let query = try? ClinicalQuery(type, [(name, value)], now: .init(seconds: 0)) else { continue }
            answered += 1
            _ = set.page(query)
        }
        #expect(answered > 50)
    }
}
