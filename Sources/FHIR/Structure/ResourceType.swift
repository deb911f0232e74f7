/// A resource type of R4 (4.0.1).
public struct ResourceType: Hashable, Sendable, CustomStringConvertible {
    /// The type's name, as in `resourceType`.
    public let name: String
    let node: UInt16

    /// Takes a name that R4 knows; nil otherwise.
    public init?(_ name: String) {
        guard let node = Schema.r4.resource(name), !ResourceType.abstract.contains(name) else { return nil }
        self.name = name
        self.node = node
    }

    private static let abstract: Set = ["Resource", "DomainResource"]

    /// All types, by name.
    public static let all: [ResourceType] = Schema.r4.nodes.filter { $0.base.isResource }
        .compactMap { ResourceType($0.path) }.sorted { $0.name < $1.name }

    /// Why resources of this type may be about no patient; nil when each must have exactly one.
    ///
    /// A resource on this list that does name a patient belongs to that patient all the same.
    public var patientlessReason: String? { ResourceType.patientless[name] }

    /// Whether resources of this type may be about no patient.
    public var mayBePatientless: Bool { patientlessReason != nil }

    /// Whether resources of this type may be about a patient.
    public var mayHavePatient: Bool { name == "Patient" || PatientPaths.byType[name] != nil }

    /// Whether resources of this type are stored at all: they are about one patient, or may be about none.
    public var isStored: Bool { mayBePatientless || mayHavePatient }

    /// The allow-list, each type with its reason.
    public static let patientless: [String: String] = [
        "Organization": "describes an organisation",
        "OrganizationAffiliation": "links organisations",
        "Practitioner": "describes a professional",
        "PractitionerRole": "describes what a professional does where",
        "Location": "describes a place",
        "HealthcareService": "describes a service on offer",
        "Endpoint": "describes a technical address",
        "Medication": "describes a product, not who takes it",
        "MedicationKnowledge": "describes a product",
        "Substance": "describes a substance",
        "Questionnaire": "asks; the answers are another resource",
        "Device": "describes stock as long as it names no patient",
        "DeviceDefinition": "describes a model of device",
        "Schedule": "opens a professional's or a room's time",
        "Slot": "a free or busy time; what it is busy with is an Appointment",
        "InsurancePlan": "describes an offer of insurance",
    ]

    /// Types whose resources about no patient are sealed whole: all of the allow-list but what describes a person;
    /// and what contains another resource is never sealed whole.
    static let whole = Set(patientless.keys).subtracting(["Practitioner"])

    /// The name.
    public var description: String { name }
}
