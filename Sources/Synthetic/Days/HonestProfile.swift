import Vocabulary

/// What kind of month a practice lives through.
public enum HonestProfile: String, CaseIterable, Sendable {
    /// A general practitioner alone; patients book on a platform or call the doctor.
    case soloPhysician = "solo-physician"
    /// Doctors who cover each other's patients, with a secretary and a nurse.
    case groupPractice = "group-practice"
    /// A doctor away for two weeks (days 7 to 20), whose patients a locum sees.
    case locum
    /// A practice whose secretary takes most bookings by phone and at the desk.
    case secretary
    /// Operators who answer the phone for many practices.
    case remoteSecretariat = "remote-secretariat"
    /// Doctors on duty by night, on Sundays and on holidays, for patients of a whole region.
    case onCallCentre = "on-call-centre"
    /// An epidemic: every Monday is a peak, the other days busy.
    case fluMonday = "flu-monday"
    /// Doctors who keep laboratory results for Tuesday and Thursday evenings.
    case resultsEvening = "results-evening"
    /// A vaccination campaign: one whole day of it every Wednesday.
    case vaccinationDay = "vaccination-day"
    /// The counter of a pharmacy.
    case pharmacyCounter = "pharmacy-counter"
    /// Nurses on their rounds from home to home, seven days a week.
    case nurseRounds = "nurse-rounds"

    /// Roles without which the profile says nothing; members are added for those that the practice lacks.
    var neededRoles: [Role] {
        switch self {
        case .soloPhysician, .locum, .fluMonday, .resultsEvening: [.physician]
        case .groupPractice: [.physician, .physician, .secretary, .nurse]
        case .secretary: [.physician, .secretary]
        case .remoteSecretariat: [.remoteSecretariat]
        case .onCallCentre: [.onCall]
        case .vaccinationDay: [.nurse]
        case .pharmacyCounter: [.pharmacist]
        case .nurseRounds: [.nurse, .nurse]
        }
    }

    /// The profile that a structure of this kind lives by most of the year; nil for a laboratory, where nobody opens.
    public static func usual(for kind: PracticeKind) -> HonestProfile? {
        switch kind {
        case .solo: .soloPhysician
        case .group, .clinic: .groupPractice
        case .pharmacy: .pharmacyCounter
        case .remoteSecretariat: .remoteSecretariat
        case .onCallCentre: .onCallCentre
        case .laboratory: nil
        }
    }
}
