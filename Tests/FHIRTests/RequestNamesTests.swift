import Foundation
import JSONTree
import Testing
import Vocabulary

@testable import FHIR

/// The index is asked by exactly the terms that the reference clients sign: docs/vectors/request-names.json.
@Suite struct RequestNamesTests {
    private func cases() throws -> [JSONValue] {
        let file = URL(filePath: #filePath).appending(path: "../../../docs/vectors/request-names.json").standardized
        return try JSONValue(parsing: Array(Data(contentsOf: file)))["cases"]?.array ?? []
    }

    private func named(_ row: JSONValue) -> Set<SearchTerm> {
        Set((row["claims"]?["terms"]?.array ?? []).compactMap { $0.string.flatMap { SearchTerm($0) } })
    }

    @Test func searchesAreByTheTermsNamed() throws {
        var searches = 0
        for row in try cases() {
            let url = row["url"]?.string?.replacing("+", with: "%20")
            let parts = try #require(URLComponents(string: url ?? ""))
            let isForm = parts.path == "/fhir/Patient/_search"
            guard parts.path == "/fhir/Patient" && row["method"] != "POST" || isForm, !named(row).isEmpty else {
                continue
            }
            let form = (row["form"]?.array ?? []).compactMap { pair in pair.array?.compactMap(\.string) }
            let asked = (parts.queryItems ?? []).map { (name: $0.name, value: $0.value ?? "") }
            let all = asked + form.map { (name: $0[0], value: $0[1]) }
            let query = try SearchQuery(parse: all.filter { $0.name != "_count" }, isLenient: true)
            #expect(Set(query.terms) == named(row), "\(row["why"]?.string ?? "")")
            searches += 1
        }
        #expect(searches >= 20)
    }

    @Test func descriptionsAskByTheTermsNamed() throws {
        var descriptions = 0
        for row in try cases() where row["url"] == "/fhir/Patient/$match" {
            let body = try #require(row["body"])
            let patient = body["parameter"]?.array?.first?["resource"] ?? body
            let terms = PatientMatch(patient).questions.flatMap { $0.choices.flatMap(\.self) }
            #expect(Set(terms) == named(row), "\(row["why"]?.string ?? "")")
            descriptions += 1
        }
        #expect(descriptions >= 3)
    }
}
