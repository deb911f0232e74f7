import Vocabulary

/// A patient record of a practice, as its administrative data say: one row, which may be a duplicate of another.
public struct SyntheticPatient: Sendable, Equatable {
    /// The record's place in its practice, from 0.
    public let index: Int
    /// Which person it is: the index of that person's first record. Equal to `index` unless it is a duplicate.
    public let personIndex: Int
    /// The id of the FHIR Patient in the source system; the patient's other resources are `<sourceID>.<n>`.
    public let sourceID: String
    /// Whether a woman.
    public let isFemale: Bool
    /// Whether a label HIV or SEX stands on part of the record.
    public let sensitivity: Sensitivity?
    /// The family name in use.
    public var family: String
    /// The name at birth, where it differs.
    public var birthFamily: String?
    /// Given names, the one in use first.
    public var given: [String]
    /// The birth date.
    public var birthDate: CivilDate
    /// Fifteen characters with the right key; nil where the record has none. A test matricule, no one's number.
    public var nir: String?
    /// A landline of the range reserved for fiction (ARCEP: 01 99 00 and its regional sisters), if any.
    public var phone: String?
    /// A mobile phone of the range reserved for fiction (ARCEP: 06 39 98), if any.
    public var mobile: String?
    /// An address at example.org, example.net or example.com (RFC 2606), if any.
    public var email: String?
    /// The lines of the postal address.
    public var addressLines: [String]
    /// Five digits.
    public var postalCode: String
    /// The commune's name.
    public var city: String

    /// Whether another record of the practice is of the same person and came first.
    public var isDuplicate: Bool { index != personIndex }
}
