import Vocabulary

/// One consultation of a patient's past.
struct ClinicalVisit: Sendable {
    /// The day.
    let day: CivilDate
    /// When it began, in minutes since midnight.
    let minute: Int
    /// The patient's age then.
    let age: Int
    /// Whom the patient saw.
    let caregiver: SyntheticProfessional
    /// Whether something sensitive was spoken of.
    let sensitivity: Sensitivity?
    /// Whether it is the first of the record.
    let isFirst: Bool
}
