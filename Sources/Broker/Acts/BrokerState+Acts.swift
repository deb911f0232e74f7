import BrokerAPI
import Vocabulary

extension BrokerState {
    /// Applies `request`.
    mutating func apply(_ body: RequestEntry, in practice: PracticeID?, at now: Timestamp) {
        acts = acts.filter { $0.value.until > now }
        if !ActState.ofOne.contains(body.act) { acts[body.request] = ActState(body, in: practice, at: now) }
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
