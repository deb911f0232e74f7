import Vocabulary

/// Someone opens a patient.
public struct HonestEvent: Sendable, Equatable {
    /// Milliseconds since midnight, French local time.
    public let time: Int
    /// The membership's index.
    public let member: Int
    /// The patient's index. From the practice's `patientCount` on it is someone new, whose record is made when this index
    /// is first mentioned, in an event or a booking.
    public let patient: Int
    /// Which of the practices served by a remote secretariat; 0 elsewhere.
    public let practice: Int
    /// What is looked at.
    public let tiers: Tiers
    /// How the member came to the patient.
    public let via: HonestVia
}
