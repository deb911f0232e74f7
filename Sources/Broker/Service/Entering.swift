import BrokerAPI
import Ledger
import Vocabulary

/// One pass under the broker's lock: decides, enters into the ledger, applies; in that order for each entry.
struct Entering {
    let live: Live
    let now: Timestamp
    /// The receipt of the last entry; covers all before it.
    private(set) var receipt: Receipt?
    /// Sessions that ended.
    var ended: [SessionID] = []
    private let ledger: LedgerWriter

    init(live: Live, ledger: LedgerWriter, now: Timestamp) {
        self.live = live
        self.ledger = ledger
        self.now = now
    }

    var state: BrokerState { live.state }

    /// Enters one event of a practice, or of the installation; the ledger takes it first, and if it cannot, nothing has changed.
    mutating func enter(_ event: LedgerEvent, in practice: PracticeID? = nil) throws {
        var link: PracticeLink?
        if let practice {
            let chain = live.state.practices[practice].map { ($0.n, $0.head) } ?? (0, [UInt8](repeating: 0, count: 32))
            link = PracticeLink(practice: practice, n: chain.0 + 1, previous: chain.1)
        }
        let entry = LedgerEntry(time: now, link: link, event: event)
        let bytes = entry.bytes
        do {
            receipt = try ledger.append([bytes])
        } catch {
            throw BrokerFailure(.unavailable, "ledger cannot be written")
        }
        do {
            try live.state.apply(entry, leaf: TreeHash.leaf(bytes).bytes)
        } catch {
            live.isBroken = true
            throw BrokerFailure(.unavailable, "ledger and state differ")
        }
    }

    /// The live session of an id, or a failure.
    func session(_ id: SessionID) throws -> SessionState { try Broker.session(id, live.state, now) }

    /// Ends all sessions of a holder, or of a practice.
    mutating func endSessions(_ isEnding: (SessionState) -> Bool) {
        ended += live.state.sessions.filter { isEnding($0.value) }.map(\.key)
    }
}
