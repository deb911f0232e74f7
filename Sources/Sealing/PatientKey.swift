import Crypto
import Vocabulary

/// A patient's key: random, wrapped by the practice key. Destroying it, with its wrapped copies, erases the patient.
public struct PatientKey: Unprintable {
    /// The practice that holds the record.
    public let practice: PracticeID
    /// The patient.
    public let patient: PatientID
    let material: SymmetricKey
    private let derivation: KeyedHash

    /// Draws a key for a new patient.
    public static func random(practice: PracticeID, patient: PatientID) -> PatientKey {
        PatientKey(material: SymmetricKey(size: .bits256), practice: practice, patient: patient)
    }

    init(material: SymmetricKey, practice: PracticeID, patient: PatientID) {
        self.practice = practice
        self.patient = patient
        self.material = material
        derivation = KeyedHash(key: material)
    }

    /// The key of one tier in one epoch.
    public func tierKey(_ tier: Tier, epoch: UInt32) -> TierKey {
        let scope = TierScope(practice: practice, patient: patient, tier: tier, epoch: epoch)
        return TierKey(material: derivation.expanded(scope.info(.patientTierKey)), scope: scope)
    }
}
