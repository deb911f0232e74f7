import BrokerAPI
import Vocabulary

extension Broker {
    /// Makes a patient a canary. Who it is is sealed here and nowhere else: in the ledger and in the store it is like any other.
    func markCanary(_ patient: PatientID, in practice: PracticeID) async throws -> AdminReply {
        guard let subject = try patientKeys(patient, practice)?.subject else {
            throw BrokerFailure(.notFound, "patient")
        }
        try live.withLock { live in
            live.canaries.insert(subject)
            let all = live.canaries.sorted().flatMap(\.bytes)
            try stored { try vault.setSecret("canaries", all) }
        }
        return .done
    }
}

extension KeyVault {
    /// The subjects of all canaries.
    func canaries() throws -> Set<SubjectID> {
        guard try !isMissing("canaries") else { return [] }
        let bytes = try secret("canaries")
        return Set(stride(from: 0, to: bytes.count, by: 16).compactMap { SubjectID(bytes: bytes[$0..<$0 + 16]) })
    }
}

extension Entering {
    /// Enters that a canary's key left: whoever it was looked for nobody. A list or a search, which anybody's name may end up in, does not count.
    mutating func tripCanary(_ release: Release, in practice: PracticeID) throws {
        guard release.purpose != .search, release.purpose != .agenda, let subject = release.subject,
            live.canaries.contains(subject)
        else { return }
        let alert = Alert(
            name: .canary, holder: release.holder, tier: release.tier.word, window: .day, used: 1, limit: 0)
        try enter(.alert(alert), in: practice)
    }
}
