import Vocabulary

/// Which resource of a practice: its FHIR type and its id.
///
/// An id is `<patient uuid>` for a Patient, `<patient uuid>.<ordinal>` for whatever is about a patient, and `<uuid>`
/// for what is about none. No other text can become a key, so nothing from outside steers a path or a statement.
public struct ResourceKey: Hashable, Sendable {
    /// The FHIR resource type: a capital, then letters; at most 64.
    public let type: String
    /// The UUID that the id begins with, whatever it names.
    let owner: PatientID
    /// The number after the dot; 0 when there is none.
    public let ordinal: UInt32

    /// The key of the Patient itself.
    public init(patient: PatientID) {
        self.init(type: ResourceKey.patientType, owner: patient, ordinal: 0)
    }

    /// The key of a patient's resource; nil for a type that cannot be one, for `Patient`, and for ordinal 0.
    public init?(type: String, patient: PatientID, ordinal: UInt32) {
        guard ResourceKey.isType(type), type != ResourceKey.patientType, ordinal > 0 else { return nil }
        self.init(type: type, owner: patient, ordinal: ordinal)
    }

    /// Reads a type and an id as they stand in a URL; nil unless both have exactly one of the forms above.
    public init?(type: String, id: String) {
        guard ResourceKey.isType(type), id.utf8.count <= StoreLimits.maximumName else { return nil }
        let dot = id.utf8.firstIndex(of: UInt8(ascii: ".")) ?? id.endIndex
        guard let owner = PatientID(id[..<dot]) else { return nil }
        guard dot < id.endIndex else {
            self.init(type: type, owner: owner, ordinal: 0)
            return
        }
        let digits = id[id.utf8.index(after: dot)...]
        guard let ordinal = UInt32(digits), ordinal > 0, String(ordinal) == digits else { return nil }
        self.init(type: type, patient: owner, ordinal: ordinal)
    }

    init(type: String, owner: PatientID, ordinal: UInt32) {
        self.type = type
        self.owner = owner
        self.ordinal = ordinal
    }

    /// The id as it stands in a URL.
    public var id: String { ordinal == 0 ? owner.description : owner.description + "." + String(ordinal) }

    /// The patient whom the resource is about; nil for the few that are about none.
    public var patient: PatientID? { ordinal > 0 || type == ResourceKey.patientType ? owner : nil }

    /// The one type whose id is the patient's own.
    static let patientType = "Patient"

    /// Whether the text is a capital followed by ASCII letters, 64 at most.
    static func isType(_ text: String) -> Bool {
        guard let first = text.utf8.first, (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first) else { return false }
        return text.utf8.count <= StoreLimits.maximumName
            && text.utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }
    }
}

extension ResourceKey: CustomStringConvertible {
    /// `Type/id`.
    public var description: String { type + "/" + id }
}
