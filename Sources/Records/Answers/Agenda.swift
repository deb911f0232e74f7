/// A professional's day: appointments, each with its patient's identity.
public struct Agenda: Sendable {
    /// One appointment and whom it is for.
    public struct Slot: Sendable {
        /// The appointment; what a visit is about is left out.
        public let appointment: Record
        /// The patient: identity only.
        public let patient: Record
    }

    /// By start.
    public let slots: [Slot]
    /// Patients of the day that the broker did not open.
    public let refused: [Refusal]
}
