import Vocabulary

/// Someone who works in a synthetic practice.
public struct SyntheticProfessional: Sendable, Equatable {
    /// The place among the practice's professionals, from 0.
    public let index: Int
    /// The id of the FHIR Practitioner in the source system.
    public let sourceID: String
    /// What they do there.
    public let role: Role
    /// The family name.
    public let family: String
    /// The given name.
    public let given: String
    /// Whether a woman.
    public let isFemale: Bool
    /// Eleven digits with a Luhn key; nil for a secretary, who has none.
    public let rpps: String?

    /// Title and name, as others write it.
    public var display: String {
        switch role {
        case .physician, .onCall: "Dr \(given) \(family)"
        default: "\(isFemale ? "Mme" : "M.") \(given) \(family)"
        }
    }
}
