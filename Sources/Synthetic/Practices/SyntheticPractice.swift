import Vocabulary

/// A structure with its professionals and the number of patient records it keeps.
public struct SyntheticPractice: Sendable, Equatable {
    /// Its place in the synthetic France, from 0.
    public let index: Int
    /// The seed of everything in it.
    public let seed: UInt64
    /// What it is.
    public let kind: PracticeKind
    /// Its name.
    public let name: String
    /// Nine digits with a Luhn key.
    public let finess: String
    /// Fourteen digits with a Luhn key, the first nine of which (SIREN) have one too.
    public let siret: String
    /// The street.
    public let street: String
    /// Five digits.
    public let postalCode: String
    /// The commune.
    public let city: String
    /// The department's code: two characters, three overseas.
    public let department: String
    /// A phone number of the ranges reserved for fiction.
    public let phone: String
    /// Who works there.
    public let professionals: [SyntheticProfessional]
    /// Patient records, duplicates included.
    public let patientCount: Int

    /// Number of professionals.
    public var size: Int { professionals.count }

    /// The id of the FHIR Organization in the source system.
    public var sourceID: String { "s\(index)" }

    /// Day of the patient's last visit as an offset from the first simulated day: −1 is the day before, −400 dormant.
    public func lastVisit(patient: Int) -> Int { -VisitPattern(practiceSeed: seed, row: patient).daysSinceLast }
}
