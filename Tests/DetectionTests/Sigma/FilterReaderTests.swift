import Testing

@testable import Detection

/// Filters (filters specification 2.1).
@Suite struct FilterReaderTests {
    private static let rules = ["one", "two"].map { name in
        """
        title: \(name)\nname: \(name)\nlogsource: {product: p, category: \(name)}\ndetection: {a: {x: 1}, b: {y: 2}, \
        condition: a or b}\n---\n
        """
    }.joined()

    private func filter(_ rules: String, source: String = "product: p", condition: String = "not selection") -> String {
        """
        \(FilterReaderTests.rules)title: F\nlogsource: {\(source)}\nfilter:\n    rules: \(rules)\n    \
        selection:\n        user|startswith: adm_\n    condition: \(condition)\n
        """
    }

    private func rules(_ text: String) throws -> [Rule] {
        try SigmaSupport.set(text).items.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
    }

    @Test func `a filter is joined by and to the rules it names, its names its own`() throws {
        let found = try rules(filter("[one]"))
        #expect(found[0].condition == .and([.or([.search(0), .search(1)]), .not(.search(2))]))
        #expect(found[0].searches.map(\.name) == ["a", "b", "_filter_selection"])
        #expect(found[1].searches.count == 2)
        #expect(
            try rules(filter("one", condition: "1 of them"))[0].condition
                == .and([.or([.search(0), .search(1)]), .search(2)]))
    }

    @Test func `any is all rules of its source`() throws {
        #expect(try rules(filter("any")).allSatisfy { $0.searches.count == 3 })
        #expect(try rules(filter("any", source: "product: p, category: two")).map(\.searches.count) == [2, 3])
        #expect(try rules(filter("any", source: "product: q")).allSatisfy { $0.searches.count == 2 })
    }

    @Test func `mistakes are named`() {
        #expect(SigmaSupport.errors(filter("[oen]")).first?.remedy == "write `one`")
        #expect(SigmaSupport.errors(filter("[one]", source: "product: q")).first?.problem.contains("about") == true)
        #expect(
            SigmaSupport.errors(filter("[one]", condition: "not a")).first?.problem.contains("nothing is called `a`")
                == true)
        #expect(SigmaSupport.errors(filter("~")).first?.problem == "rules is missing")
    }
}
