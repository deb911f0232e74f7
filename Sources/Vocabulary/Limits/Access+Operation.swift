extension Access {
    /// What somebody does in a practice.
    public enum Operation: String, CaseIterable, Sendable {
        /// Opens a tier of a patient.
        case open
        /// Finds patients by a search or an agenda, and sees their identity.
        case find
        /// Reads a tier of the practice's own resources.
        case own
        /// Writes a tier: new parts, of new patients too.
        case deposit
        /// Opens a tier of a patient beyond the limits, with a reason and a fresh factor.
        case emergency
        /// Sees what the ledger holds of a patient.
        case history
        /// Makes a patient expected by a professional.
        case book
        /// Speaks for the practice: grants to support, thaws of its accounts, factor resets, its notices.
        case administer
    }
}
