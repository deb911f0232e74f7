/// Why an account of a rehearsal should be looked at.
public struct Suspicion: Hashable, Sendable {
    /// What was seen.
    public enum Kind: String, Sendable, CaseIterable {
        /// It touched far more practices than its peers.
        case practices
        /// It opened far more patients within an hour than its peers and its limit.
        case hour
        /// The same within a day.
        case day
        /// It opened far more patients within 30 days than its peers.
        case month
        /// It opened far more patients than its peers whom nobody had opened before.
        case unseen
        /// It opened patients in the order of their ids.
        case walk
        /// It called a route that exports many records.
        case export
    }

    /// What was seen.
    public var kind: Kind
    /// One sentence with the numbers.
    public var sentence: String

    /// Joins them.
    public init(_ kind: Kind, _ sentence: String) { (self.kind, self.sentence) = (kind, sentence) }
}
