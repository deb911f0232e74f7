import BrokerAPI
import FHIR
import JSONTree
import Vocabulary

/// For whom and when an appointment is: what makes its patient expected.
struct Bookings: Sendable {
    /// One professional's day.
    struct Booking: Hashable, Sendable {
        let professional: MemberID
        let day: CivilDate
    }

    /// Each once; none for other resources, and for an appointment that is cancelled or was not attended.
    let all: [Booking]

    /// The participants that are memberships of the practice, `Practitioner/<membership id>`, on the day in Paris on
    /// which the appointment starts.
    init(_ resource: JSONValue?) {
        guard let resource, resource["resourceType"]?.string == "Appointment",
            let booking = SearchTerms.booking(of: resource),
            let start = resource["start"]?.string.flatMap({ Timestamp(fhir: $0) })
        else {
            all = []
            return
        }
        let day = PracticeCalendar.day(of: start)
        var found: [Booking] = []
        for practitioner in booking.practitioners where practitioner.hasPrefix("Practitioner/") {
            guard let professional = MemberID(practitioner.dropFirst(13)) else { continue }
            let booking = Booking(professional: professional, day: day)
            if !found.contains(booking) { found.append(booking) }
        }
        all = found
    }

    /// The terms by which an agenda finds them.
    func terms(_ tier: Tier) -> [IndexTerm] {
        all.map { IndexTerm(SearchTerm(.booking, "\($0.professional)|\($0.day.description)"), tier) }
    }

    /// What changes from `old` to these.
    func changes(from old: Bookings, patient: PatientID) -> [NewBooking] {
        let ended = old.all.filter { !all.contains($0) }
        let made = all.filter { !old.all.contains($0) }
        return ended.map {
            NewBooking(patient: patient, professional: $0.professional, day: Int64($0.day.days), active: false)
        }
            + made.map { NewBooking(patient: patient, professional: $0.professional, day: Int64($0.day.days)) }
    }
}

extension Plan {
    /// What a resource is found by: a Patient by names and numbers, an Appointment by professional and day.
    static func terms(_ resource: JSONValue, _ bookings: Bookings) -> [IndexTerm] {
        guard resource["resourceType"]?.string == "Appointment" else { return SearchTerms.of(resource) }
        return bookings.terms(Sensitivity.isLabelled(resource) ? .restricted : .identity)
    }
}
