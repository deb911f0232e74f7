/// A page of results; the numbers are places in ``ClinicalSearch/records``.
public struct ClinicalPage: Sendable, Equatable {
    /// What matches, in order.
    public let matches: [Int]
    /// What was included with these.
    public let included: [Int]
    /// Whether more would be included than ``ClinicalLimits/included`` allows.
    public let isCut: Bool
    /// How many match in all; nil when `_total=none`.
    public let total: Int?
    /// The offset of the next page; nil on the last.
    public let next: Int?
}
