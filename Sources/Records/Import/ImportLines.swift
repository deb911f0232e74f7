import Store
import Vocabulary

/// What the access log says of a deposit of an import: lines that name what was stored, patient by patient, so that each resource
/// has its Provenance.
enum ImportLines {
    /// The lines, patients in the order in which the plans come.
    static func events(of plans: [Plan]) -> [AccessEvent] {
        var places: [PatientID?: Int] = [:]
        var events: [AccessEvent] = []
        for plan in plans {
            let patient = plan.key.patient
            let place = places[patient]
            let index = place ?? events.count
            if place == nil { events.append(AccessEvent(operation: .importing, patient: patient)) }
            places[patient] = index
            events[index].resources.append(plan.key)
            events[index].tiers.formUnion(plan.tiers)
        }
        return events
    }
}
