import BrokerAPI
import Vocabulary

extension RecordSession {
    /// The keys of a patient's tiers, or of the practice's own resources: those that are kept, the others from the
    /// broker.
    ///
    /// Only keys that were released for reading are kept: a key released for a search or a condition must not serve a
    /// reading that the broker does not know of.
    func keys(
        of patient: PatientID?, _ needs: KeyNeeds, for purpose: Purpose = .read
    ) async throws(RecordError) -> HeldKeys {
        let cache = service.cache
        let now = service.clock.now()
        let held =
            isNamed(patient, needs.tiers) ? cache.keys(patient, needs, session: info.session, now: now) : HeldKeys()
        let missing = needs.tiers.tiers.filter { held[HeldKeys.Name(patient: patient, tier: $0)] == nil }
        guard !missing.isEmpty else { return held }
        let generation = cache.generation
        let tiers = missing.reduce(into: Tiers()) { $0.insert(Tiers($1)) }
        let answers = try await released(patient, tiers, purpose)
        var fresh = HeldKeys()
        for answer in answers where answer.patient == patient && tiers.contains(answer.tier) {
            try fresh.take(answer, practice: practice)
        }
        if purpose == .read { cache.keep(fresh, session: info.session, since: generation, now: now) }
        for (name, keys) in held.keys { fresh.hold(keys, name) }
        return fresh
    }

    /// Whether the request's proof names the patient and all of the tiers. Of what it does not, the broker decides.
    private func isNamed(_ patient: PatientID?, _ tiers: Tiers) -> Bool {
        guard let named = proof?.named, let patient else { return true }
        return tiers.tiers.allSatisfy { named.allows(patient: patient, tier: $0) }
    }

    private func released(
        _ patient: PatientID?, _ tiers: Tiers, _ purpose: Purpose
    ) async throws(RecordError) -> [ReleaseAnswer] {
        try await RecordError.mapping {
            guard let patient else {
                return try await service.broker.ownKeys(OwnKeysRequest(token: token, proof: proofBytes, tiers: tiers))
                    .answers
            }
            let request = ReleaseRequest(
                token: token, proof: proofBytes, patients: [patient], tiers: tiers, purpose: purpose)
            return try await service.broker.release(request).answers
        }
    }

    /// Pays for an answer that depends on a patient without showing anything of them: an identity opening.
    ///
    /// Throws `notFound` for a patient whom the practice does not hold, and what the broker refuses with.
    func condition(on patient: PatientID?) async throws(RecordError) {
        guard let patient else { return }
        let keys = try await keys(of: patient, KeyNeeds(.identity), for: .condition)
        if let refusal = keys.refusal(patient, .identity) { throw RecordError(refusal) }
    }
}
