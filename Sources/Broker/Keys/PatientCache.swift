import Synchronization
import Vocabulary

/// Unwrapped patient keys, the most recent ones: two generations, the older dropped when the newer is full.
final class PatientCache: Sendable {
    private struct Key: Hashable {
        let practice: PracticeID
        let patient: PatientID
    }

    private struct Generations {
        var young: [Key: KeyVault.Patient] = [:]
        var old: [Key: KeyVault.Patient] = [:]
    }

    private let generations = Mutex(Generations())
    private let capacity: Int

    /// Holds at most `capacity` patients.
    init(capacity: Int) { self.capacity = capacity }

    func find(_ practice: PracticeID, _ patient: PatientID) -> KeyVault.Patient? {
        let key = Key(practice: practice, patient: patient)
        return generations.withLock { $0.young[key] ?? $0.old[key] }
    }

    func insert(_ value: KeyVault.Patient, _ practice: PracticeID, _ patient: PatientID) {
        generations.withLock { generations in
            if generations.young.count >= capacity / 2 {
                generations.old = generations.young
                generations.young = [:]
            }
            generations.young[Key(practice: practice, patient: patient)] = value
        }
    }

    func remove(_ practice: PracticeID, _ patient: PatientID) {
        let key = Key(practice: practice, patient: patient)
        generations.withLock { generations in
            generations.young[key] = nil
            generations.old[key] = nil
        }
    }
}
