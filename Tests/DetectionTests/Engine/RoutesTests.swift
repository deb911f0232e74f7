import Testing

@testable import Detection

@Suite("Rules by kinds of sources")
struct RoutesTests {
    private static let parts: [String?] = [nil, "a", "b"]
    private static let sources = parts.flatMap { category in
        parts.flatMap { product in
            parts.map { LogSource(category: category, product: product, service: $0) }
        }
    }

    /// Rules about each source, which all want the same.
    private static func rule(_ source: LogSource) -> Rule {
        let test = FieldTest(field: "x", tests: [.text(TextPattern([.any, .literal(Array("needle".utf8)), .any]))])
        return Rule(
            place: RulePlace(file: "rules", line: 1), title: "found", source: source,
            searches: [Search(name: "s", body: .field(test))], condition: .search(0))
    }

    private static func match(_ routes: inout Routes, _ source: LogSource, _ text: String) -> [Int] {
        var (event, found) = (Event(), [Int]())
        event.source = source
        event.add("x", text)
        routes.match(event) { found.append($0) }
        return found.sorted()
    }

    @Test("an event of any source is held against the rules that are about it, and no others")
    func eventsMeetTheirRules() throws {
        var routes = try Routes(Self.sources.enumerated().map { (item: $0 + 10, rule: Self.rule($1)) })
        for _ in 0..<2 {
            for source in Self.sources {
                let expected = Self.sources.indices.filter { Self.sources[$0].admits(source) }.map { $0 + 10 }
                let (found, other) = (
                    Self.match(&routes, source, "a Needle here"), Self.match(&routes, source, "nothing")
                )
                #expect(found == expected && other.isEmpty)
            }
        }
    }

    @Test("sources that are invented take no more room, and are held against the rules about them")
    func inventedSourcesAreBounded() throws {
        let named = (0..<200).map { LogSource(product: "p\($0)") }
        var routes = try Routes(named.enumerated().map { (item: $0, rule: Self.rule($1)) })
        for (number, source) in named.enumerated() {
            let found = Self.match(&routes, source, "needle")
            #expect(found == [number])
        }
        #expect(routes.count == Routes.most + 1)
    }
}
