import Vocabulary

/// One row of a practice's index: a token, a patient who has that value, and the broker's proof that it wrote the row.
public struct IndexRow: Sendable {
    /// The folded value, keyed.
    public let token: IndexToken
    /// The patient.
    public let patient: PatientID
    /// Which of the patient's rows of this token it is.
    public let ordinal: UInt32
    let mac: ID<IndexRow>

    /// Reads a stored row; nil unless the code has 16 bytes. It proves nothing until ``IndexKey/verify(_:)`` says so.
    public init?(token: IndexToken, patient: PatientID, ordinal: UInt32, mac: some Collection<UInt8>) {
        guard let mac = ID<IndexRow>(bytes: mac) else { return nil }
        self.init(token: token, patient: patient, ordinal: ordinal, mac: mac)
    }

    init(token: IndexToken, patient: PatientID, ordinal: UInt32, mac: ID<IndexRow>) {
        self.token = token
        self.patient = patient
        self.ordinal = ordinal
        self.mac = mac
    }

    /// The 16 bytes of the authentication code, to store.
    public var macBytes: [UInt8] { mac.bytes }
}
