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
        /// Why a key was asked for; of the ledger's releases.
        public var purpose: String?
        /// The entry of the ledger that says so; nil for what the gateway's own access log says.
        public var entry: Entry?

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

    /// An entry of the ledger.
    public struct Entry: Sendable {
        /// Its number in the practice's chain, by which a proof is asked for.
        public let number: Int64
        /// What it says.
        public let details: [Detail]

        /// Names an entry.
        public init(number: Int64, details: [Detail]) {
            self.number = number
            self.details = details
        }
    }

    /// A name and a value: words, numbers and flags only.
    public struct Detail: Sendable {
        /// The name.
        public let name: String
        /// The value.
        public let value: String

        /// Makes a detail of its parts.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Operation → action (R4, audit-event-action) and interaction (restful-interaction).
    private static let actions: [String: (action: String, interaction: String)] = [
        "read": ("R", "read"), "history": ("R", "history-instance"), "list": ("E", "search"),
        "everything": ("E", "operation"), "search": ("E", "search"), "agenda": ("E", "search"),
        "emergency": ("E", "operation"), "audit": ("E", "search"), "create": ("C", "create"),
        "update": ("U", "update"), "delete": ("D", "delete"), "transaction": ("E", "transaction"),
        "import": ("C", "operation"), "release": ("R", "read"), "deposit": ("C", "create"),
        "patient": ("C", "create"),
    ]
    /// Purposes of a release that is no reading of a record but part of a search.
    private static let searching: Set = ["search", "agenda", "condition"]
    /// Operation → v3-DataOperation, of those that write.
    private static let activities = [
        "create": "CREATE", "update": "UPDATE", "delete": "DELETE", "transaction": "UPDATE", "import": "CREATE",
    ]

    /// The AuditEvent.
    public static func auditEvent(_ event: Event) -> JSONValue {
        let isSearch = event.purpose.map(searching.contains) ?? false
        let word = isSearch ? "search" : event.operation
        let known = actions[word] ?? (action: "E", interaction: "operation")
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
        if event.operation == "emergency" || event.purpose == "emergency" {
            let reason = coding("http://terminology.hl7.org/CodeSystem/v3-ActReason", "BTG")
            json["purposeOfEvent"] = [["coding": [reason]]]
        }
        json["agent"] = [agent(event)]
        json["source"] = source(event)
        let entries = event.entry.map { [entry($0)] } ?? []
        json["entity"] = .array([patient(event)] + event.resources.map { data($0, event.tiers) } + entries)
        return .object(json)
    }

    /// The Provenance of what an event wrote; nil when it wrote nothing.
    public static func provenance(_ event: Event) -> JSONValue? {
        guard event.isWriting, let activity = activities[event.operation], !event.resources.isEmpty else { return nil }
        let isImport = event.operation == "import"
        let role = coding(
            "http://terminology.hl7.org/CodeSystem/provenance-participant-type", isImport ? "enterer" : "author")
        var json = JSONObject()
        json["resourceType"] = "Provenance"
        json["id"] = .string(event.id)
        json["target"] = .array(event.resources.map { ["reference": .string($0)] })
        json["occurredDateTime"] = .string(event.recorded)
        json["recorded"] = .string(event.recorded)
        json["activity"] = [
            "coding": [
                coding("http://terminology.hl7.org/CodeSystem/v3-DataOperation", activity),
                coding("urn:colloque:operation", event.operation),
            ]
        ]
        json["agent"] = [["type": ["coding": [role]], "who": who(event.agent)]]
        if isImport { json["entity"] = [origin(event)] }
        return .object(json)
    }

    /// Where imported resources came from, as far as ids say: the import, which is known by its session.
    private static func origin(_ event: Event) -> JSONValue {
        [
            "role": "source",
            "what": ["identifier": ["system": "urn:colloque:session", "value": .string(event.session)]],
        ]
    }

    /// Who reports: the gateway, of what was shown and written, or the broker, of the keys that left it
    /// (security-source-type: application server, security server).
    private static func source(_ event: Event) -> JSONValue {
        let (name, code) = event.entry == nil ? ("gateway", "4") : ("broker", "6")
        return [
            "observer": [
                "identifier": ["system": "urn:colloque:source", "value": .string(name)],
                "display": .string("Colloque " + name),
            ], "type": [coding("http://terminology.hl7.org/CodeSystem/security-source-type", code)],
        ]
    }

    /// The ledger's entry, by its number in the practice's chain.
    private static func entry(_ entry: Entry) -> JSONValue {
        var json = JSONObject()
        json["what"] = [
            "identifier": ["system": "urn:colloque:ledger-entry", "value": .string(String(entry.number))]
        ]
        json["type"] = coding("http://terminology.hl7.org/CodeSystem/audit-entity-type", "4")
        json["role"] = coding("http://terminology.hl7.org/CodeSystem/object-role", "13")
        let details = entry.details.map { detail -> JSONValue in
            ["type": .string(detail.name), "valueString": .string(detail.value)]
        }
        if !details.isEmpty { json["detail"] = .array(details) }
        return .object(json)
    }

    private static func agent(_ event: Event) -> JSONValue {
        var json = JSONObject()
        json["type"] = ["coding": [coding("http://dicom.nema.org/resources/ontology/DCM", "110153")]]
        if !event.agent.isEmpty { json["who"] = who(event.agent) }
        json["requestor"] = true
        if !event.session.isEmpty { json["policy"] = [.string("urn:uuid:" + event.session)] }
        return .object(json)
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
