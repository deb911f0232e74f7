import BrokerAPI
import Ledger
import Vocabulary

/// One pass under the broker's lock: decides, enters into the ledger, applies; in that order for each entry.
struct Entering {
    let live: Live
    let now: Timestamp
    /// The moment whose calendar day it is for bookings (``Broker/today(_:_:)``).
    let today: Timestamp
    /// Sessions that ended.
    var ended: [SessionID] = []
    private let ledger: LedgerWriter

    init(live: Live, ledger: LedgerWriter, now: Timestamp, today: Timestamp) {
        self.live = live
        self.ledger = ledger
        self.now = now
        self.today = today
    }

    var state: BrokerState { live.state }

    /// Enters one event of a practice, or of the installation; the ledger takes it first, and if it cannot, nothing has changed.
    mutating func enter(_ event: LedgerEvent, in practice: PracticeID? = nil) throws {
        try enter([event], in: practice)
    }

    /// Enters several events of one chain, all or none.
    mutating func enter(_ events: [LedgerEvent], in practice: PracticeID?) throws {
        var (n, head) = live.state.chain(of: practice)
        var entries: [(entry: LedgerEntry, leaf: [UInt8])] = []
        var bytes: [[UInt8]] = []
        for event in events {
            n += 1
            let link = practice.map { PracticeLink(practice: $0, n: n, previous: head) }
            let entry = LedgerEntry(time: now, link: link, event: event)
            let line = entry.bytes
            // What cannot be read back would stop the next start: it never enters.
            guard (try? LedgerEntry(line)) == entry else { throw BrokerFailure(.invalid, "entry") }
            head = TreeHash.leaf(line).bytes
            entries.append((entry, head))
            bytes.append(line)
        }
        do { live.receipt = try ledger.append(bytes) } catch {
            throw BrokerFailure(.unavailable, "ledger cannot be written")
        }
        do {
            for (entry, leaf) in entries { try live.state.apply(entry, leaf: leaf) }
        } catch {
            live.isBroken = true
            throw BrokerFailure(.unavailable, "ledger and state differ")
        }
    }

    /// The live session of an id, as it comes through a gateway (nil: the one that it began at), or a failure.
    func session(_ id: SessionID, through gateway: GatewayID? = nil) throws -> SessionState {
        var session = try Broker.session(id, live.state, now)
        if let gateway { session.gateway = gateway }
        return session
    }

    /// Ends all sessions of a holder, or of a practice.
    mutating func endSessions(_ isEnding: (SessionState) -> Bool) {
        ended += live.state.sessions.filter { isEnding($0.value) }.map(\.key)
    }
}
