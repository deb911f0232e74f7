extension StoreError {
    /// What went wrong.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Word: String {
            case conflict, invalid, damaged, unavailable, closed, cancelled
            case unknownDeposit = "unknown-deposit"
            case unknownPatient = "unknown-patient"
            case published
            case newerFormat = "newer-format"
        }

        private let word: Word

        /// The expected version is not the current one, or another deposit holds its place. Nothing was written.
        public static let conflict = Code(word: .conflict)
        /// The call contradicts itself or exceeds ``StoreLimits``.
        public static let invalid = Code(word: .invalid)
        /// No such deposit is stored.
        public static let unknownDeposit = Code(word: .unknownDeposit)
        /// A resource is about a patient whom the practice does not hold.
        public static let unknownPatient = Code(word: .unknownPatient)
        /// The deposit is visible already and can no longer be discarded.
        public static let published = Code(word: .published)
        /// The file is not what this store wrote, or is another practice's.
        public static let damaged = Code(word: .damaged)
        /// A newer Colloque wrote the file.
        public static let newerFormat = Code(word: .newerFormat)
        /// Full disk, input or output error, lock held too long. Nothing was written.
        public static let unavailable = Code(word: .unavailable)
        /// The store was closed.
        public static let closed = Code(word: .closed)
        /// The calling task was cancelled. Nothing was written.
        public static let cancelled = Code(word: .cancelled)

        /// The word for logs and reports.
        public var description: String { word.rawValue }
    }
}
