import BrokerAPI
import Identity
import Vocabulary

/// Who signed for one step of one act, verified and not yet counted.
struct Signed: Sendable {
    let person: PersonID
    /// The key that signed.
    let key: String
    /// The assertion and the one-time code: each counts once.
    let uses: [ReplayWindow.Use]

    /// What the ledger keeps of it, so that no restart forgets it.
    var jti: String? { uses.last?.jti }
}

/// An act that a second person approves, or somebody refuses.
struct Approved: Sendable {
    let act: ActID
    /// SHA-256 of the content that is carried out.
    let digest: [UInt8]
    let signed: Signed
    var isRefusal = false
}

extension BrokerState {
    /// The act, while it waits for exactly this. Nobody approves what they asked for.
    func waiting(for approved: Approved, at now: Timestamp) throws -> ActState {
        guard let act = acts[approved.act.description], act.until > now, act.digest == approved.digest else {
            throw BrokerFailure(.notFound, "act")
        }
        guard approved.isRefusal || act.person != approved.signed.person.description else {
            throw BrokerFailure(.forbidden, "an act's second person is another")
        }
        return act
    }
}

extension Entering {
    /// Counts what was shown; throws when it was before, or when it is no operator's any more.
    mutating func use(_ signed: Signed) throws {
        guard state.people[signed.person]?.operatorKey == signed.key else { throw BrokerFailure(.signIn) }
        for use in signed.uses where (try? live.replay.admit(use, now)) == nil { throw BrokerFailure(.signIn) }
    }

    /// Enters that an act is approved or refused: it waits no longer.
    mutating func close(_ approved: Approved) throws {
        let act = try state.waiting(for: approved, at: now)
        try use(approved.signed)
        let body = Approval(
            request: approved.act.description, person: approved.signed.person.description, jti: approved.signed.jti,
            refused: approved.isRefusal)
        try enter(.approval(body), in: act.practice)
    }

    /// Comes directly before the entries of an act of two people: enters the approval. Before the installation is live none is needed.
    mutating func permit(_ approved: Approved?) throws {
        if let approved {
            try close(approved)
        } else if live.state.isLive {
            throw Broker.needsTwo
        }
    }
}
