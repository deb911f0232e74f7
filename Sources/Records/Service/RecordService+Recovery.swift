import BrokerAPI
import Store
import Vocabulary

/// A deposit that was staged and of which it is not known, or not done, what the ledger says.
struct Unsettled: Sendable {
    let practice: PracticeID
    let since: Timestamp
}

extension RecordService {
    /// Makes deposits visible that the ledger says are stored and removes the others. Once at the start, before
    /// anything is served. Throws when broker or store cannot be reached: then nothing may be served.
    public func recover() async throws(RecordError) {
        for practice in try await RecordError.mapping({ try await store.practices() }) {
            try await RecordError.mapping { try await store.dropUnfinishedDocuments(in: practice) }
            let pending = try await RecordError.mapping { try await store.pending(in: practice) }
            for start in stride(from: 0, to: pending.count, by: RecordService.maximumAsked) {
                let asked = Array(pending[start..<min(start + RecordService.maximumAsked, pending.count)])
                try await finish(asked, in: practice) { _ in true }
            }
        }
    }

    private static let maximumAsked = 10_000

    /// Remembers a deposit to be settled later.
    func postpone(_ deposit: DepositID, in practice: PracticeID) {
        unsettled.withLock { $0[deposit] = Unsettled(practice: practice, since: clock.now()) }
    }

    /// Settles what was postponed: publishes what the ledger says is stored; gives up what it does not know after a
    /// while, when no call can be under way any more.
    func settle() async {
        let waiting = unsettled.withLock { $0 }
        let oldest = clock.now().adding(seconds: -limits.settleSeconds)
        for (practice, deposits) in Dictionary(grouping: waiting.keys, by: { waiting[$0]?.practice }) {
            guard let practice else { continue }
            try? await finish(deposits, in: practice) { (waiting[$0]?.since ?? oldest) <= oldest }
        }
    }

    /// Whether it is known of every deposit of a practice what became of it; settles first what can be.
    func isSettled(_ practice: PracticeID) async -> Bool {
        func hasNone() -> Bool { unsettled.withLock { !$0.values.contains { $0.practice == practice } } }
        if hasNone() { return true }
        await settle()
        return hasNone()
    }

    /// Publishes or discards each; keeps those that are neither stored nor to be given up.
    private func finish(
        _ deposits: [DepositID], in practice: PracticeID, givingUp: (DepositID) -> Bool
    ) async throws(RecordError) {
        guard !deposits.isEmpty else { return }
        let request = DepositStatesRequest(practice: practice, deposits: deposits)
        let states = try await RecordError.mapping { try await broker.depositStates(request) }
        guard states.stored.count == deposits.count else { throw .unavailable }
        for (deposit, isStored) in zip(deposits, states.stored) {
            guard isStored || givingUp(deposit) else { continue }
            try await RecordError.mapping {
                if isStored {
                    try await store.publish(deposit, in: practice)
                } else {
                    try await store.discard(deposit, in: practice)
                }
            }
            unsettled.withLock { $0[deposit] = nil }
        }
    }
}
