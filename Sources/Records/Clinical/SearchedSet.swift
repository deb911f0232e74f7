import FHIR
import Vocabulary

/// What a search looks through: a patient's resources, or the practice's own, opened for one reader.
struct SearchedSet: Sendable {
    let records: [OpenedRecord]
    /// Searches ``records``, by their places.
    let search: ClinicalSearch
    /// Whether resources were left out whole.
    let omits: Bool
    /// Tiers that the broker refused, and why.
    let withheld: [Tier: RefusalReason]

    init(_ found: [SearchedRecord], omits: Bool, withheld: [Tier: RefusalReason]) {
        records = found.map(\.opened)
        search = ClinicalSearch(found.map(\.clinical))
        self.omits = omits
        self.withheld = withheld
    }
}
