import Vocabulary

/// A patient who begins with a deposit, and the wrapped copy of the patient key that lies beside the rows.
public struct StagedPatient: Hashable, Sendable {
    /// The patient.
    public let patient: PatientID
    /// The patient key, wrapped by the practice key; 1 to ``StoreLimits/maximumWrappedKey`` bytes.
    public let wrappedKey: [UInt8]

    /// Holds a new patient.
    public init(patient: PatientID, wrappedKey: [UInt8]) {
        self.patient = patient
        self.wrappedKey = wrappedKey
    }
}
