import BrokerAPI
import Vocabulary

/// A key that left the broker: of which patient and tier.
struct Released: Hashable {
    let patient: PatientID
    let tier: Tier

    init(_ patient: PatientID, _ tier: Tier) { (self.patient, self.tier) = (patient, tier) }

    /// Nil for what was refused, and for the practice's own.
    init?(_ answer: ReleaseAnswer) {
        guard case .released(let keys) = answer.outcome, !keys.isEmpty, let patient = answer.patient else { return nil }
        self.init(patient, answer.tier)
    }
}
