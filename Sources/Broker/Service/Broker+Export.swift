import BrokerAPI
import Sealing
import Vocabulary

extension Broker {
    /// Seals the tier keys of a page of a practice's patients to a recipient that two people approved. Whose they are is entered first, under the lock under
    /// which they are read: the entry says it exactly.
    func exportKeys(_ id: PracticeID, _ recipient: String, _ after: SubjectID?) async throws -> AdminReply {
        guard let key = try? RecipientKey(text: recipient) else { throw BrokerFailure(.invalid, "recipient") }
        let (held, last) = try await enter { entering in
            let (state, now, name) = (entering.state, entering.now, key.fingerprint.hexadecimal)
            guard let practice = state.practices[id], practice.export?.isOpen(to: name, at: now) == true,
                state.recipients.contains(name), !practice.isFrozen, !state.isFrozen, state.tripwireUntil <= now,
                entering.live.isConfirmed
            else { throw BrokerFailure(.forbidden, "export: not approved, no such recipient, or frozen") }
            let found = try stored { try vault.patients(of: id, after: after, ExportKeys.maximumPatients) }
            let last = found.count == ExportKeys.maximumPatients ? found.last?.1.subject : nil
            let held = found.compactMap { patient, found in
                practice.patients[found.subject].map { (patient, found.key, $0.epochs) }
            }
            let body = ExportEntry(recipient: key.fingerprint, after: after, last: last, count: Int64(held.count))
            try entering.enter(.export(body), in: id)
            return (held, last)
        }
        let keys = try keys(of: id).practice
        let answers = Tier.allCases.flatMap { tier in
            [ReleaseAnswer(own: keys.ownTierKey(tier, epoch: 1).secret, tier: tier)]
                + held.map { answer($0, tier, .released(epoch: $2[Int(tier.rawValue)]), $1) }
        }
        let plain = SecretBytes(ExportKeys(answers).bytes)
        let box = try Box.seal(plain, to: key, purpose: ExportKeys.purpose, context: id.bytes)
        return .exported(ExportPage(box: box.bytes, patients: held.map(\.0).sorted(), next: last))
    }
}
