import Vocabulary

extension IncidentSummary {
    /// When an incident happened; what is not known is nil.
    public struct Times: Hashable, Sendable {
        /// When the documents are written: a parameter, so that the same incident gives the same documents.
        public var written: Timestamp
        /// The first act of the attacker.
        public var began: Timestamp?
        /// The last.
        public var ended: Timestamp?
        /// When it was discovered.
        public var discovered: Timestamp?
        /// When it was contained.
        public var contained: Timestamp?
        /// When it was first reported to an authority.
        public var reported: Timestamp?

        /// Joins the times.
        public init(
            written: Timestamp, began: Timestamp? = nil, ended: Timestamp? = nil, discovered: Timestamp? = nil,
            contained: Timestamp? = nil, reported: Timestamp? = nil
        ) {
            (self.written, self.began, self.ended) = (written, began, ended)
            (self.discovered, self.contained, self.reported) = (discovered, contained, reported)
        }
    }
}
