import JSONTree

/// Builds the CapabilityStatement (R4) of `/fhir/metadata` from what the server says it supports.
public struct CapabilityStatement: Sendable {
    /// One resource type and what can be done with it.
    public struct Resource: Sendable {
        /// The type.
        public var type: ResourceType
        /// Codes of R4's TypeRestfulInteraction: `read`, `vread`, `create`, `update`, `search-type` …
        public var interactions: [String]
        /// What it is searched by.
        public var searchParameters: [Parameter]
        /// Operations on the type or an instance: `validate`, `everything` …
        public var operations: [String] = []

        /// Describes a type.
        public init(
            _ type: ResourceType, interactions: [String], searchParameters: [Parameter] = []
        ) {
            self.type = type
            self.interactions = interactions
            self.searchParameters = searchParameters
        }
    }

    /// When it was last changed: a FHIR dateTime.
    public var date: String
    /// Name and version of the software.
    public var software: (name: String, version: String)
    /// The types.
    public var resources: [Resource]
    /// Codes of R4's SystemRestfulInteraction: `transaction`, `batch` …
    public var systemInteractions: [String]

    /// Describes a server.
    public init(
        date: String, software: (name: String, version: String), resources: [Resource],
        systemInteractions: [String] = []
    ) {
        self.date = date
        self.software = software
        self.resources = resources
        self.systemInteractions = systemInteractions
    }

    /// The resource.
    public var json: JSONValue {
        var rest: JSONObject = JSONObject()
        rest["mode"] = "server"
        rest["security"] = [
            "cors": false,
            "service": [
                [
                    "coding": [
                        [
                            "system": "http://terminology.hl7.org/CodeSystem/restful-security-service",
                            "code": "SMART-on-FHIR",
                        ]
                    ]
                ]
            ],
        ]
        if !resources.isEmpty { rest["resource"] = .array(resources.map(\.json)) }
        if !systemInteractions.isEmpty { rest["interaction"] = CapabilityStatement.codes(systemInteractions) }
        return [
            "resourceType": "CapabilityStatement", "status": "active", "date": .string(date), "kind": "instance",
            "software": ["name": .string(software.name), "version": .string(software.version)],
            "implementation": ["description": .string(software.name)],
            "fhirVersion": "4.0.1", "format": ["json"],
            "patchFormat": ["application/json-patch+json", "application/fhir+json", "application/json"],
            "rest": [.object(rest)],
        ]
    }

    static func codes(_ codes: [String]) -> JSONValue { .array(codes.map { ["code": .string($0)] }) }
}

extension CapabilityStatement.Resource {
    var json: JSONValue {
        var resource = JSONObject()
        resource["type"] = .string(type.name)
        if !interactions.isEmpty {
            resource["interaction"] = CapabilityStatement.codes(interactions)
            resource["versioning"] = "versioned"
            resource["conditionalRead"] = "full-support"
        }
        if interactions.contains("update") {
            resource["conditionalCreate"] = true
            resource["conditionalUpdate"] = true
            resource["conditionalDelete"] = "single"
        }
        if !searchParameters.isEmpty {
            resource["searchParam"] = .array(searchParameters.map(\.json))
        }
        if !operations.isEmpty {
            resource["operation"] = .array(
                operations.map { name in
                    [
                        "name": .string(name),
                        "definition": .string("http://hl7.org/fhir/OperationDefinition/\(definition(name))"),
                    ]
                })
        }
        return .object(resource)
    }

    /// R4 gives `$validate` for all types and the others for one each.
    private func definition(_ operation: String) -> String {
        operation == "validate" ? "Resource-validate" : "\(type.name)-\(operation)"
    }
}
