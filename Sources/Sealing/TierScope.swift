import Vocabulary

/// What one tier key is for.
public struct TierScope: Hashable, Sendable {
    /// The practice.
    public let practice: PracticeID
    /// The patient, or nil for the practice's own resources, which are about no patient.
    public let patient: PatientID?
    /// The tier.
    public let tier: Tier
    /// The epoch: advances for new writes.
    public let epoch: UInt32

    /// Names a tier key.
    public init(practice: PracticeID, patient: PatientID?, tier: Tier, epoch: UInt32) {
        self.practice = practice
        self.patient = patient
        self.tier = tier
        self.epoch = epoch
    }

    /// What a tier key is derived of.
    func info(_ format: Format) -> [UInt8] {
        var info = FieldList(format)
        info.add(tier)
        info.add(epoch)
        return info.bytes
    }
}
