import Foundation
import JSONTree
import Testing

@testable import FHIR

@Suite struct ParameterTests {
    @Test func everyParameterHasAPathOrAReason() {
        var counts: [SearchParameter.Kind: Int] = [:]
        for (type, own) in SearchParameters.byType {
            for parameter in own.values {
                counts[parameter.kind, default: 0] += 1
                #expect(
                    parameter.path != nil || parameter.isOfWords || parameter.refusal != nil,
                    "\(type) \(parameter.name)")
                #expect(
                    parameter.kind != .composite || (2...3).contains(parameter.components.count),
                    "\(type) \(parameter.name)")
                #expect(parameter.targets.map { !$0.isEmpty } ?? true, "\(type) \(parameter.name)")
            }
        }
        let total = counts.values.reduce(0, +)
        print("search parameters: \(total) \(counts)")
        #expect(total > 1700)
    }

    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func everyOfficialParameterIsThere() throws {
        let file = try #require(Samples.shared).appending(path: "data/fhir-r4-definitions/search-parameters.ndjson")
        var count = 0
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            let official = try JSONValue(parsing: line.utf8)
            guard official["id"]?.string?.hasPrefix("example") == false, let code = official["code"]?.string else {
                continue
            }
            for base in (official["base"]?.array ?? []).compactMap(\.string) {
                let parameter = try #require(SearchParameters.byType[base]?[code], "\(base) \(code)")
                #expect(parameter.kind.rawValue == official["type"]?.string, "\(base) \(code)")
                if let comparators = official["comparator"]?.array?.compactMap(\.string) {
                    #expect(Set(comparators).isSubset(of: parameter.prefixes), "\(base) \(code)")
                }
                count += 1
            }
        }
        #expect(count > 1700)
    }

    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func shortenedPathsLeadWhereTheOfficialOnesDo() throws {
        let file = try #require(Samples.shared).appending(path: "data/fhir-r4-definitions/search-parameters.ndjson")
        var official: [String: [(String, ElementPath)]] = [:]
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            let parameter = try JSONValue(parsing: line.utf8)
            guard parameter["id"]?.string?.hasPrefix("example") == false, let text = parameter["expression"]?.string
            else { continue }
            for base in (parameter["base"]?.array ?? []).compactMap(\.string) {
                official[base, default: []].append((parameter["code"]?.string ?? "", try ElementPath(text)))
            }
        }
        var compared = 0
        for (name, resource) in Samples.smallExamples {
            for (code, path) in official[resource["resourceType"]?.string ?? ""] ?? [] {
                let type = try #require(resource["resourceType"]?.string.flatMap { ResourceType($0) })
                let own = try #require(SearchParameters.find(code, of: type)?.path)
                #expect(
                    try own.nodes(in: resource).map(\.value) == path.nodes(in: resource).map(\.value), "\(name) \(code)"
                )
                compared += 1
            }
        }
        #expect(compared > 3000)
    }
}
