extension IncidentSummary {
    /// How sure and how far along one is.
    public struct Standing: Hashable, Sendable {
        /// How much trust the statements deserve.
        public enum Confidence: String, Hashable, Sendable, CaseIterable {
            /// Evidence that verifies.
            case high
            /// Evidence with gaps.
            case medium
            /// Hints.
            case low
            /// None is claimed.
            case none
        }

        /// How far the handling has come.
        public enum Progress: String, Hashable, Sendable, CaseIterable {
            /// Just opened.
            case new
            /// Being worked on.
            case open
            /// Done.
            case closed
        }

        /// Whether it is more than a suspicion.
        public let isConfirmed: Bool
        /// How much trust.
        public let confidence: Confidence
        /// How far along.
        public let progress: Progress

        /// Joins them.
        public init(isConfirmed: Bool, confidence: Confidence, progress: Progress) {
            (self.isConfirmed, self.confidence, self.progress) = (isConfirmed, confidence, progress)
        }
    }
}
