import FHIR
import JSONTree
import Vocabulary

/// A page of what a search within a patient found.
public struct ClinicalResult: Sendable {
    /// The matches, in order, as far as the query wants to see of them.
    public let matches: [Record]
    /// What belongs to them by `_include` and `_revinclude`.
    public let included: [Record]
    /// Whether more would have been included.
    public let isCut: Bool
    /// How many match in all; nil when nobody asked.
    public let total: Int?
    /// What gets the next page, in the same session and of the same query only; nil when this is the last.
    public let next: String?
    /// Whether resources were left out whole before the search, since their reader may not see what they consist of.
    public let omits: Bool
    /// Tiers that the role may see and the broker refused, and why.
    public let withheld: [Tier: RefusalReason]
    /// What was passed over, when the query is lenient.
    public let ignored: [ClinicalIssue]
}
