import Vocabulary

/// Where a condition looked, on which something is made: it must be made there, or it would be made again each time.
struct ConditionPlace: Sendable {
    /// The patient; nil for the practice's own resources.
    let patient: PatientID?

    /// Nil for patients themselves, which are looked for by what identifies them.
    init?(_ parameters: [(name: String, value: String)], _ type: String) throws(HTTPRefusal) {
        guard type != "Patient" else { return nil }
        patient = try SearchPlace.patient(of: parameters, type)
    }

    /// Throws 422 unless the resource is about whom the condition named.
    ///
    /// - Parameter owner: the reference of the Patient whom the resource is about; nil when it is about none.
    func require(_ owner: String?) throws(HTTPRefusal) {
        guard owner != patient.map({ "Patient/\($0)" }) else { return }
        throw HTTPRefusal(
            .unprocessableContent, "business-rule", "condition-elsewhere",
            "The condition looks elsewhere than where the resource belongs.")
    }
}
