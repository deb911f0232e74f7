import Vocabulary

extension RequestProof {
    /// A patient, the professional who is to see them, and the day.
    public struct Booking: Hashable, Sendable {
        /// The patient.
        public let patient: PatientID
        /// The professional's membership.
        public let professional: MemberID
        /// The day, in the practice's own time.
        public let day: CivilDate

        /// Makes it of its parts.
        public init(patient: PatientID, professional: MemberID, day: CivilDate) {
            self.patient = patient
            self.professional = professional
            self.day = day
        }
    }
}
