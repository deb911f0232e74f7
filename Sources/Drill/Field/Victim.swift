import Vocabulary

/// A patient as the attackers know one beforehand: id, name and birth date.
struct Victim: Sendable, Hashable {
    let patient: PatientID
    let family: String
    let birthDate: String
}
