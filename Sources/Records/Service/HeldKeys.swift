import BrokerAPI
import Sealing
import Vocabulary

/// The tier keys that one request holds, and what the broker refused it.
struct HeldKeys: Sendable {
    /// One tier of one patient, or of the practice's own resources.
    struct Name: Hashable, Sendable {
        let patient: PatientID?
        let tier: Tier
    }

    /// Why a key was refused.
    struct Refusal: Hashable, Sendable {
        let reason: RefusalReason
        let retryAfter: UInt32
    }

    /// One for each name; few, so they are looked for one by one.
    private(set) var keys: [(name: Name, keys: [TierKey])] = []
    private(set) var refusals: [Name: Refusal] = [:]

    /// The key of a tier and epoch, if it is held.
    func key(_ patient: PatientID?, _ tier: Tier, epoch: UInt32) -> TierKey? {
        self[Name(patient: patient, tier: tier)]?.last { $0.scope.epoch == epoch }
    }

    /// Why a tier is not held, if the broker refused it.
    func refusal(_ patient: PatientID?, _ tier: Tier) -> Refusal? { refusals[Name(patient: patient, tier: tier)] }

    /// The keys of a tier in all epochs, if they are held.
    subscript(name: Name) -> [TierKey]? { keys.first { $0.name == name }?.keys }

    /// Takes keys that were kept.
    mutating func hold(_ held: [TierKey], _ name: Name) {
        keys.removeAll { $0.name == name }
        keys.append((name, held))
    }

    /// Takes an answer of the broker. Throws for a key that is none.
    mutating func take(_ answer: ReleaseAnswer, practice: PracticeID) throws(RecordError) {
        let name = Name(patient: answer.patient, tier: answer.tier)
        switch answer.outcome {
        case .refused(let reason, let seconds): refusals[name] = Refusal(reason: reason, retryAfter: seconds)
        case .released(let epochs):
            let released = try RecordError.mapping {
                try epochs.map { epoch in
                    let scope = TierScope(
                        practice: practice, patient: answer.patient, tier: answer.tier, epoch: epoch.epoch)
                    return try TierKey(secret: epoch.key, scope: scope)
                }
            }
            hold(released, name)
        }
    }

    /// Forgets what was refused of patients whose keys were released all the same.
    mutating func forgive(_ patients: some Sequence<PatientID>) {
        let patients = Set(patients)
        refusals = refusals.filter { name, _ in name.patient.map { !patients.contains($0) } ?? true }
    }

    /// The refusals of a patient's tiers, for the reader.
    func withheld(_ patient: PatientID?) -> [Tier: RefusalReason] {
        var withheld: [Tier: RefusalReason] = [:]
        for (name, refusal) in refusals where name.patient == patient { withheld[name.tier] = refusal.reason }
        return withheld
    }
}
