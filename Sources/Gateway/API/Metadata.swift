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
                searchParameters: parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        }
        let parameters = SearchParameters.all(of: type).filter { $0.refusal == nil }
        var resource = CapabilityStatement.Resource(
            type, interactions: written, searchParameters: parameters.map { ($0.name, $0.kind.rawValue) })
        resource.operations = ["validate"] + (operations[type.name] ?? [])
        return resource
    }

    /// The operations of a type, beside `$validate`.
    private static let operations = ["Patient": ["everything", "match", "merge"], "Observation": ["lastn"]]
}
