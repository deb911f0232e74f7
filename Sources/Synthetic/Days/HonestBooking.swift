/// An appointment, and how it was booked.
public struct HonestBooking: Sendable, Equatable {
    /// Who booked.
    public enum Booker: Sendable, Equatable {
        /// A membership: its index.
        case member(Int)
        /// The booking platform's client, on behalf of the patient.
        case client
    }

    /// The patient's index; from the practice's `patientCount` on, someone new.
    public let patient: Int
    /// The professional's membership index, in the practice where the appointment is.
    public let professional: Int
    /// Which of the practices served by a remote secretariat; 0 elsewhere.
    public let practice: Int
    /// The simulated day of the appointment.
    public let day: Int
    /// When it is, in milliseconds since midnight.
    public let time: Int
    /// Who booked.
    public let booker: Booker
    /// The day on which it was booked; negative for a day before the simulation.
    public let bookedDay: Int
    /// When it was booked, in milliseconds since midnight of that day.
    public let bookedTime: Int

    /// Whether someone else than the professional booked, so that the patient is expected.
    public var isExpected: Bool { booker != .member(professional) }
}
