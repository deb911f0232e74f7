import Vocabulary

/// A page of resources.
public struct RecordPage: Sendable {
    /// The resources, in the order of the list.
    public let records: [Record]
    /// What gets the next page, in the same session and of the same query only; nil when this is the last.
    public let next: String?
    /// Resources of the page that are left out whole, since their reader may not see what they consist of.
    public let omitted: Int
    /// Tiers that the role may see and the broker refused, and why.
    public let withheld: [Tier: RefusalReason]
}
