extension LedgerError {
    /// The kinds of error, equal by name.
    public struct Code: Hashable, Sendable {
        /// The stable name, as reports print it.
        public let name: String

        /// An entry exceeds 65,535 bytes, or one call exceeds a quarter of a journal segment. Position: the length.
        public static let tooLarge = Code(name: "too-large")
        /// An append of no entries.
        public static let emptyAppend = Code(name: "empty-append")
        /// The writer is closed.
        public static let closed = Code(name: "closed")
        /// More is queued than the limit allows; nothing was changed, and the call may be tried again.
        public static let queueFull = Code(name: "queue-full")
        /// The reserved disk space does not suffice; nothing was changed, and the call may be tried again.
        public static let noSpace = Code(name: "no-space")
        /// Another process has the ledger open for writing.
        public static let locked = Code(name: "locked")
        /// A system call failed. Position: `errno`.
        public static let system = Code(name: "system")
        /// A file is missing.
        public static let missing = Code(name: "missing")
        /// A file is longer than anything this format allows. Position: the limit in bytes.
        public static let oversized = Code(name: "oversized")
        /// A file or message does not have the form that its specification demands. Position: offset, if known.
        public static let malformed = Code(name: "malformed")
        /// No signature of the expected key, or one that does not verify.
        public static let badSignature = Code(name: "bad-signature")
        /// A checkpoint of another log.
        public static let wrongOrigin = Code(name: "wrong-origin")
        /// A tile differs from what the level below hashes to. Position: the first differing hash in the tile.
        public static let tileMismatch = Code(name: "tile-mismatch")
        /// An entry does not hash to its leaf. Position: the entry's index.
        public static let entryMismatch = Code(name: "entry-mismatch")
        /// The tree does not hash to the signed root. Position: the tree size.
        public static let rootMismatch = Code(name: "root-mismatch")
        /// A journal is damaged before its tail. Position: byte offset.
        public static let journalDamaged = Code(name: "journal-damaged")
        /// Entries between the published tree and the journal, or between two segments, are missing. Position: index.
        public static let journalGap = Code(name: "journal-gap")
        /// The log is shorter than a checkpoint known from elsewhere. Position: that checkpoint's size.
        public static let rolledBack = Code(name: "rolled-back")
        /// The log contradicts a checkpoint known from elsewhere. Position: that checkpoint's size.
        public static let forked = Code(name: "forked")
        /// An index or size outside the log. Position: that number.
        public static let outOfRange = Code(name: "out-of-range")
        /// A proof does not verify.
        public static let badProof = Code(name: "bad-proof")
        /// A practice's entry does not continue its chain. Position: the entry's index.
        public static let chainBroken = Code(name: "chain-broken")
        /// An `index` entry does not match the recomputed practice map. Position: the entry's index.
        public static let indexMismatch = Code(name: "index-mismatch")
        /// A witness answered otherwise than its protocol allows. Position: the HTTP status.
        public static let badWitness = Code(name: "bad-witness")
        /// A witness has cosigned a larger tree than ours. Position: its size.
        public static let witnessAhead = Code(name: "witness-ahead")
    }
}
