import FHIR

/// What `/fhir/metadata` says: the narrow surface that is served, and nothing that is not.
enum Metadata {
    static let version = "0.1.0"

    static var statement: CapabilityStatement {
        CapabilityStatement(
            date: "2026-11-23", software: ("Colloque", version), resources: ResourceType.all.map(resource),
            systemInteractions: ["transaction", "batch"])
    }

    private static func resource(_ type: ResourceType) -> CapabilityStatement.Resource {
        let common = ["read", "vread", "update", "delete", "history-instance", "create"]
        switch type.name {
        case "Patient":
            let types = [
                "birthdate": "date", "identifier": "token", "phone": "token", "email": "token", "telecom": "token",
            ]
            return .init(
                type, interactions: common + ["search-type"],
                searchParameters: SearchQuery.parameters.map { ($0, types[$0] ?? "string") })
        case "Appointment":
            return .init(
                type, interactions: common + ["search-type"],
                searchParameters: [("practitioner", "reference"), ("date", "date")])
        default: return .init(type, interactions: common)
        }
    }
}
