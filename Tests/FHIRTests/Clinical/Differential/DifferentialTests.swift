import Foundation
import JSONTree
import Testing
import Vocabulary

@testable import FHIR

/// What R4 lets a parameter refer to, so that only queries that are right are made up.
enum SearchNames {
    static func targets(_ name: String, _ type: String) -> [String]? {
        guard let type = ResourceType(type), let parameter = SearchParameters.find(name, of: type) else { return nil }
        return (parameter.targets ?? ResourceType.all).map(\.name)
    }
}

/// Random queries over Synthea's patients, answered twice: by the search, and by trying everything.
/// `COLLOQUE_FULL=1` makes 20,000 of them over all patients.
@Suite struct ClinicalDifferentialTests {
    private static let isFull = ProcessInfo.processInfo.environment["COLLOQUE_FULL"] == "1"
    private static let now = Timestamp(seconds: 1_600_000_000)

    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func bothAnswersAreTheSame() throws {
        let (queries, perSet, size) = Self.isFull ? (20_000, 100, 120) : (1500, 60, 60)
        var sets = RecordSets(bundles: Self.isFull ? .max : 4, seed: 11)
        var (mismatches, matched, included, asked) = (0, 0, 0, 0)
        for number in 0..<queries / perSet {
            let resources = sets.next(size: size)
            let naive = NaiveSearch(resources: resources, now: 1_600_000_000_000_000)
            let search = try ClinicalSearch(resources.compactMap(record))
            var generator = QueryGenerator(random: SeededGenerator(seed: UInt64(number)), search: naive)
            for _ in 0..<perSet {
                let (type, parameters) = generator.next()
                asked += 1
                guard let problem = try compare(search, naive, type, parameters, &matched, &included) else { continue }
                mismatches += 1
                if mismatches < 20 {
                    Issue.record(
                        "\(type)?\(parameters.map { "\($0.name)=\($0.value)" }.joined(separator: "&")): \(problem)")
                }
            }
        }
        print("differential: \(asked) queries, \(matched) matches, \(included) included, \(mismatches) mismatches")
        #expect(mismatches == 0 && asked >= queries / perSet * perSet && matched > queries)
    }

    private func record(_ resource: JSONValue) throws -> ClinicalRecord? {
        let instant = try #require(resource["meta"]?["lastUpdated"]?.string.flatMap { TimeReader.read($0) })
        return ClinicalRecord(
            id: resource["id"]?.string ?? "", lastUpdated: Timestamp(milliseconds: instant.low / 1000),
            resource: resource)
    }

    private func compare(
        _ search: ClinicalSearch, _ naive: NaiveSearch, _ type: String, _ parameters: [(name: String, value: String)],
        _ matched: inout Int, _ included: inout Int
    ) throws -> String? {
        var options = ClinicalOptions()
        options.bases = [Naive.ownBase]
        options.limits.includeRounds = 5
        let resourceType = try #require(ResourceType(type))
        let query: ClinicalQuery
        do throws(ClinicalIssues) {
            query = try ClinicalQuery(resourceType, parameters, now: Self.now, options: options)
        } catch { return "refused: \(error.issues)" }
        let own = search.matches(query)
        let expected = naive.search(type, parameters)
        matched += own.count
        guard own == expected else {
            let (missing, extra) = (Set(expected).subtracting(own), Set(own).subtracting(expected))
            return
                "missing \(missing.count) extra \(extra.count) \((missing.first ?? extra.first).map { search.records[$0].resource.text.prefix(1500) } ?? "order")"
        }
        let page = Array(own.prefix(10))
        let (added, wanted) = (search.included(with: page, query), naive.included(page, parameters))
        included += added.count
        return Set(added) == wanted && Set(added).count == added.count
            ? nil : "included \(added.count), not \(wanted.count)"
    }
}
