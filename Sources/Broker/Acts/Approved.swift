import BrokerAPI
import Identity
import Vocabulary

/// Who signed for one step of one act, verified and not yet counted.
struct Signed: Sendable {
    /// Who it is.
    enum Who: Sendable {
        /// An operator, by this key.
        case operation(key: String, person: PersonID)
        /// A membership, which showed a factor or signed by its key.
        case membership(Shown, Holder)
    }

    let who: Who
    /// As the ledger names whoever it is.
    let person: String
    /// The assertion and the one-time code of an operator: each counts once.
    var uses: [ReplayWindow.Use] = []

    /// What the ledger keeps of it, so that no restart forgets it.
    var jti: String? { if case .membership(let shown, _) = who { shown.jti } else { uses.last?.jti } }

    /// Whether it is an operator.
    var isOperator: Bool { if case .operation = who { true } else { false } }
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
        let isAsker = act.person == approved.signed.person
        guard approved.isRefusal ? isAsker || approved.signed.isOperator : !isAsker && approved.signed.isOperator else {
            throw BrokerFailure(.forbidden, "an act's second person is another")
        }
        return act
    }
}

extension Entering {
    /// Counts what was shown; throws when it was before, or when whoever it is may act no more.
    mutating func use(_ signed: Signed) throws {
        switch signed.who {
        case .membership(let shown, let holder):
            guard try !mayBegin(holder).1.isCareOnly else { throw BrokerFailure(.frozen) }
            try use(shown, of: holder)
        case .operation(let key, let person):
            guard state.people[person]?.operatorKey == key else { throw BrokerFailure(.signIn) }
        }
        for use in signed.uses where (try? live.replay.admit(use, now)) == nil { throw BrokerFailure(.signIn) }
    }

    /// Enters that an act is approved or refused: it waits no longer.
    mutating func close(_ approved: Approved) throws {
        let act = try state.waiting(for: approved, at: now)
        try use(approved.signed)
        let body = Approval(
            request: approved.act.description, person: approved.signed.person, jti: approved.signed.jti,
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
