import JSONTree

/// AuditEvent and Provenance as IHE's Basic Audit Log Patterns shape them (BALP 1.1: Patient Read, Query, Create, Update,
/// Delete), made of what a log holds; never stored, never written by a client.
public enum AuditEvents {
    /// One thing that was done with a patient's record. Ids and codes only.
    public struct Event: Sendable {
        /// The resource's id.
        public let id: String
        /// FHIR instant.
        public let recorded: String
        /// Our word for the operation.
        public let operation: String
        /// The id of the membership or client.
        public let agent: String
        /// The session's id.
        public let session: String
        /// The patient's id.
        public let patient: String
        /// `Type/id` of what was shown or written.
        public let resources: [String]
        /// Tiers as words, joined by commas.
        public let tiers: String
        /// `ok`, or why nothing was shown.
        public let outcome: String

        /// Describes an event.
        public init(
            id: String, recorded: String, operation: String, agent: String, session: String, patient: String,
            resources: [String], tiers: String, outcome: String
        ) {
            self.id = id
            self.recorded = recorded
            self.operation = operation
            self.agent = agent
            self.session = session
            self.patient = patient
            self.resources = resources
            self.tiers = tiers
            self.outcome = outcome
        }

        /// Whether something was written.
        public var isWriting: Bool { AuditEvents.activities[operation] != nil && outcome == "ok" }
    }

    /// Operation → action (R4, audit-event-action) and interaction (restful-interaction).
    private static let actions: [String: (action: String, interaction: String)] = [
        "read": ("R", "read"), "history": ("R", "history-instance"), "list": ("E", "search"),
        "everything": ("E", "operation"), "search": ("E", "search"), "agenda": ("E", "search"),
        "emergency": ("E", "operation"), "audit": ("E", "search"), "create": ("C", "create"),
        "update": ("U", "update"), "delete": ("D", "delete"), "transaction": ("E", "transaction"),
        "import": ("C", "operation"),
    ]
    /// Operation → v3-DataOperation, of those that write.
    private static let activities = [
        "create": "CREATE", "update": "UPDATE", "delete": "DELETE", "transaction": "UPDATE", "import": "CREATE",
    ]

    /// The AuditEvent.
    public static func auditEvent(_ event: Event) -> JSONValue {
        let known = actions[event.operation] ?? ("E", "operation")
        var json = JSONObject()
        json["resourceType"] = "AuditEvent"
        json["id"] = .string(event.id)
        json["type"] = coding("http://terminology.hl7.org/CodeSystem/audit-event-type", "rest")
        json["subtype"] = [
            coding("http://hl7.org/fhir/restful-interaction", known.interaction),
            coding("urn:colloque:operation", event.operation),
        ]
        json["action"] = .string(known.action)
        json["recorded"] = .string(event.recorded)
        json["outcome"] = event.outcome == "ok" ? "0" : "4"
        if event.outcome != "ok" { json["outcomeDesc"] = .string(event.outcome) }
        json["agent"] = [agent(event)]
        json["source"] = ["observer": ["display": "Colloque"]]
        json["entity"] = .array([patient(event)] + event.resources.map { data($0, event.tiers) })
        return .object(json)
    }

    /// The Provenance of what an event wrote; nil when it wrote nothing.
    public static func provenance(_ event: Event) -> JSONValue? {
        guard event.isWriting, let activity = activities[event.operation], !event.resources.isEmpty else { return nil }
        return [
            "resourceType": "Provenance", "id": .string(event.id),
            "target": .array(event.resources.map { ["reference": .string($0)] }),
            "recorded": .string(event.recorded),
            "activity": [
                "coding": [coding("http://terminology.hl7.org/CodeSystem/v3-DataOperation", activity)]
            ],
            "agent": [
                [
                    "type": [
                        "coding": [
                            coding("http://terminology.hl7.org/CodeSystem/provenance-participant-type", "author")
                        ]
                    ], "who": who(event.agent),
                ]
            ],
        ]
    }

    private static func agent(_ event: Event) -> JSONValue {
        [
            "type": ["coding": [coding("http://dicom.nema.org/resources/ontology/DCM", "110153")]],
            "who": who(event.agent), "requestor": true, "policy": [.string("urn:uuid:" + event.session)],
        ]
    }

    private static func who(_ id: String) -> JSONValue {
        ["identifier": ["system": "urn:colloque:holder", "value": .string(id)]]
    }

    private static func patient(_ event: Event) -> JSONValue {
        [
            "what": ["reference": .string("Patient/" + event.patient)],
            "type": coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", "1"),
            "role": coding("http://terminology.hl7.org/CodeSystem/object-role", "1"),
        ]
    }

    private static func data(_ reference: String, _ tiers: String) -> JSONValue {
        var entity = JSONObject()
        entity["what"] = ["reference": .string(reference)]
        entity["type"] = coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", "2")
        entity["role"] = coding("http://terminology.hl7.org/CodeSystem/object-role", "4")
        if !tiers.isEmpty { entity["detail"] = [["type": "tiers", "valueString": .string(tiers)]] }
        return .object(entity)
    }

    private static func coding(_ system: String, _ code: String) -> JSONValue {
        ["system": .string(system), "code": .string(code)]
    }
}
