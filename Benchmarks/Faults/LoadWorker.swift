import BrokerAPI
import Synchronization
import Vocabulary

/// What each caller of a load does: mostly releases, now and then a deposit.
final class LoadWorker: Sendable {
    /// How a caller ended.
    enum Verdict: Sendable {
        /// Its time was over.
        case finished
        /// The broker went away or said that it cannot go on.
        case brokerGone
        /// The broker answered what it never should.
        case unexpected(String)
    }

    private let broker: BrokerClient
    private let journal: AckJournal
    private let practices: [LoadInstallation.Practice]
    private let fresh = Mutex<[PracticeID: [PatientID]]>([:])
    /// What was acknowledged in this run: a key that a session gets again within a quarter of an hour has no second entry.
    private let released = Mutex<Set<Released>>([])

    private struct Released: Hashable {
        let session: SessionID
        let patient: PatientID
        let tier: Tier
    }

    init(broker: BrokerClient, journal: AckJournal, practices: [LoadInstallation.Practice]) {
        self.broker = broker
        self.journal = journal
        self.practices = practices
    }

    /// Patients whose deposit was acknowledged.
    var deposited: [PracticeID: [PatientID]] { fresh.withLock { $0 } }

    /// Works until the moment, or until something fails.
    func work(_ caller: Int, until end: UInt64) async -> Verdict {
        let practice = practices[caller % practices.count]
        do {
            while Latencies.now < end {
                let patients = practice.patients + (fresh.withLock { $0[practice.id] } ?? []).suffix(200)
                if patients.isEmpty || Int.random(in: 0..<12) == 0 {
                    try await deposit(practice)
                } else {
                    try await release(practice, patients)
                }
            }
            return .finished
        } catch let failure as BrokerFailure where failure.code == .unavailable {
            return .brokerGone
        } catch let error as BenchmarkError {
            return .unexpected(error.description)
        } catch let failure as BrokerFailure {
            return .unexpected("refused: \(failure.code)")
        } catch {
            return .brokerGone
        }
    }

    private func release(_ practice: LoadInstallation.Practice, _ patients: [PatientID]) async throws {
        guard let grant = practice.sessions.dropFirst().randomElement() else { return }
        let some = Set((0..<Int.random(in: 1...5)).compactMap { _ in patients.randomElement() })
        let tiers = Tiers(rawValue: UInt8.random(in: 1...15))
        let request = ReleaseRequest(token: grant.token, patients: Array(some), tiers: tiers, purpose: .read)
        let answers = try await broker.release(request).answers
        guard answers.count == some.count * tiers.tiers.count else {
            throw BenchmarkError.unexpected("answers are missing")
        }
        var first: [Tier: Int] = [:]
        for answer in answers {
            guard case .released(let keys) = answer.outcome, !keys.isEmpty, let patient = answer.patient else {
                throw BenchmarkError.unexpected("refused: \(answer.reason)")
            }
            let key = Released(session: grant.info.session, patient: patient, tier: answer.tier)
            if released.withLock({ $0.insert(key).inserted }) { first[answer.tier, default: 0] += 1 }
        }
        for (tier, count) in first { journal.note(.release(grant.info.session, practice.id, tier, count)) }
    }

    private func deposit(_ practice: LoadInstallation.Practice) async throws {
        guard let grant = practice.sessions.randomElement() else { return }
        let some = (0..<Int.random(in: 1...4)).map { _ in PatientID.random() }
        let request = DepositRequest(
            token: grant.token, patients: some.map { NewPatient(patient: $0) },
            parts: some.map { NewPart(patient: $0, type: "Patient", id: $0.description, version: 1, tier: .identity) })
        let answer = try await broker.deposit(request)
        journal.note(.deposit(answer.deposit, grant.info.session, practice.id, some.count))
        fresh.withLock { $0[practice.id, default: []] += some }
        _ = try await broker.stored(
            StoredRequest(
                token: grant.token, deposit: answer.deposit, digest: [UInt8](repeating: 1, count: 32),
                count: UInt32(some.count)))
        journal.note(.stored(answer.deposit, grant.info.session, practice.id))
    }
}

extension ReleaseAnswer {
    /// The word of a refusal.
    fileprivate var reason: String { if case .refused(let reason, _) = outcome { reason.rawValue } else { "no key" } }
}
