import BrokerAPI
import Vocabulary

extension Broker {
    /// An export's page has the keys of all epochs of 500 patients, and must fit a frame of 16 MiB.
    static let maximumEpoch: Int64 = 128

    /// Gives tiers of patients a new epoch: keys that left before open nothing of what is written after, but for deposits that are
    /// open. All advance or none; whoever was erased is left out. Returns how many tiers advanced.
    ///
    /// Not while an export is open: its pages have left with the keys of before, and would not open what is written meanwhile.
    func advanceEpochs(of subjects: [SubjectID], _ tiers: Tiers, in practice: PracticeID) async throws -> Int {
        guard subjects.count <= AdminRequest.maximumSubjects else { throw BrokerFailure(.invalid, "subjects") }
        return try await enter { entering in
            let advanced = try entering.advanced(Set(subjects), tiers, practice)
            if !advanced.isEmpty { try entering.enter(advanced.map { .epoch($0) }, in: practice) }
            return advanced.count
        }
    }
}

extension Entering {
    /// The next epochs of those subjects that a practice holds.
    fileprivate func advanced(_ subjects: Set<SubjectID>, _ tiers: Tiers, _ id: PracticeID) throws -> [EpochEntry] {
        guard let practice = state.practices[id] else { throw BrokerFailure(.notFound, "practice") }
        guard practice.export.map({ $0.until <= now }) ?? true else { throw BrokerFailure(.conflict, "open export") }
        return try subjects.filter { practice.patients[$0] != nil }.sorted().flatMap { subject in
            try tiers.tiers.map { tier in
                let epoch = Int64(state.epoch(of: subject, tier, in: id)) + 1
                guard epoch <= Broker.maximumEpoch else { throw BrokerFailure(.conflict, "no epoch is left") }
                return EpochEntry(subject: subject, tier: tier, epoch: epoch)
            }
        }
    }
}
