import FHIR

/// What `/fhir/metadata` says: what is served, and nothing that is not; made of the routes and of the tables that search.
enum Metadata {
    static let version = "0.1.0"

    static var statement: CapabilityStatement {
        CapabilityStatement(
            date: "2026-11-26", software: ("Colloque", version), resources: ResourceType.all.map(resource),
            systemInteractions: ["transaction", "batch"])
    }

    private static let written = [
        "read", "vread", "update", "patch", "delete", "history-instance", "create", "search-type",
    ]

    private static func resource(_ type: ResourceType) -> CapabilityStatement.Resource {
        if let kind = AuditKind(rawValue: type.name) {
            let parameters = ["patient": "reference", kind.dateName: "date", "action": "token", "outcome": "token"]
            return .init(
                type, interactions: ["read", "search-type"],
                searchParameters: parameters.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) })
        }
        var resource = CapabilityStatement.Resource(
            type, interactions: type.isStored ? written : [],
            searchParameters: type.isStored ? parameters(of: type) : [])
        resource.operations = ["validate"] + (operations[type.name] ?? [])
        return resource
    }

    /// What a type is searched by. Of Patient: what finds patients of the practice, and what is asked of the one whom `_id` names.
    private static func parameters(of type: ResourceType) -> [CapabilityStatement.Parameter] {
        let within = SearchParameters.all(of: type)
        guard type.name == "Patient" else { return within.map { .init($0.name, $0.kind.rawValue) } }
        let finding = SearchQuery.parameters.compactMap { SearchParameters.find($0, of: type) }
        let names = Set(finding.map(\.name) + ["_id"])
        let others = within.filter { $0.name == "_id" || !names.contains($0.name) }
        return (finding + others).sorted { $0.name < $1.name }.map {
            .init($0.name, $0.kind.rawValue, documentation: names.contains($0.name) ? nil : withinOne)
        }
    }

    private static let withinOne = "Searches within one patient: only together with _id."

    /// The operations of a type, beside `$validate`.
    private static let operations = ["Patient": ["everything", "match", "merge"], "Observation": ["lastn"]]
}
