import Vocabulary

/// An act of two people that waits for the second, as the ledger tells it.
struct ActState: Sendable, Codable, Equatable {
    /// Which act.
    var word: String
    /// In whose chain it stands.
    var practice: PracticeID?
    /// SHA-256 of its content.
    var digest: [UInt8]
    /// Who asked.
    var person: String
    var until: Timestamp
    /// Days that an act waits.
    static let days: Int64 = 7
    /// What one person may have done, who is named in the ledger all the same.
    static let ofOne = ["thaw", "grant"]
}

extension BrokerState {
    /// Applies `request`.
    mutating func apply(_ body: RequestEntry, in practice: PracticeID?, at now: Timestamp) {
        acts = acts.filter { $0.value.until > now }
        if !ActState.ofOne.contains(body.act) {
            acts[body.request] = ActState(
                word: body.act, practice: practice, digest: body.digest, person: body.person,
                until: now.adding(days: ActState.days))
        }
        if let jti = body.jti { use(jti, of: body.person, at: now) }
    }

    /// Applies `approval`.
    mutating func apply(_ body: Approval, at now: Timestamp) {
        acts[body.request] = nil
        if let jti = body.jti { use(jti, of: body.person, at: now) }
    }

    /// Operators that are active.
    var operators: [PersonID] { people.filter { $0.value.operatorKey != nil }.keys.sorted() }
}
