/// One access of a log, as the rehearsal keeps it: numbers for names, a digest for the patient.
struct Access: Sendable {
    /// Milliseconds since 1970.
    var time: Int64
    var account: Int32
    var practice: Int32
    /// A keyed digest of practice and patient.
    var patient: UInt64
    /// The patient's id where it is a number, with or without letters before it.
    var number: UInt64?
    /// What its route is for.
    var kind: RouteKinds.Kind
    /// Whether a patient is named.
    var hasPatient: Bool
}
