import JSONTree
import Testing
import Vocabulary

@testable import FHIR

/// A set of resources written in a test; the version of each is one second later than that of the one before.
func clinical(_ resources: String...) throws -> ClinicalSearch {
    ClinicalSearch(
        try resources.enumerated().compactMap { place, text in
            let resource = try json(text)
            let time = Timestamp(seconds: 1_577_836_800 + Int64(place))
            return ClinicalRecord(id: resource["id"]?.string ?? "", lastUpdated: time, resource: resource)
        })
}

let testOptions: ClinicalOptions = {
    var options = ClinicalOptions()
    options.bases = ["https://own.example/fhir"]
    return options
}()

/// `Type?name=value&name=value`, not percent-encoded; `&` stands in no value.
func query(_ text: String, _ options: ClinicalOptions = testOptions) throws(ClinicalIssues) -> ClinicalQuery {
    let sides = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let parameters = (sides.count > 1 ? sides[1] : "").split(separator: "&").map { pair in
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return (name: parts[0], value: parts.count > 1 ? parts[1] : "")
    }
    guard let type = ResourceType(String(sides[0])) else { throw ClinicalIssues(issues: []) }
    return try ClinicalQuery(type, parameters, now: Timestamp(seconds: 1_577_836_800), options: options)
}

extension ClinicalSearch {
    /// The ids that a query finds, in order.
    func ids(_ text: String, _ options: ClinicalOptions = testOptions) throws -> String {
        try matches(query(text, options)).map { records[$0].id }.joined(separator: " ")
    }
}
