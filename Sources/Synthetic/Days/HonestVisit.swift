import Vocabulary

/// One patient before one member, on one simulated day.
struct HonestVisit: Sendable {
    /// The member who sees the patient.
    let member: Int
    /// The patient's index.
    let patient: Int
    /// Milliseconds since midnight.
    let time: Int
    /// What is looked at.
    let tiers: Tiers
    /// How the member comes to the patient.
    let via: HonestVia
    /// The appointment, if there was one.
    let booking: HonestBooking?
}
