import Vocabulary

@testable import Broker

extension BrokerState {
    /// The state with everything forgotten that no decision at or after `now` can depend on, so that two states that decide
    /// alike are equal.
    func settled(at now: Timestamp) -> BrokerState {
        var state = self
        state.sessions = sessions.filter { $0.value.end > now }
        state.acts = acts.filter { $0.value.until > now }
        state.unusual.advance(to: now)
        for id in practices.keys { state.practices[id]?.settle(at: now) }
        for id in partners.keys { state.partners[id]?.settle(at: now) }
        return state
    }
}

extension PracticeState {
    fileprivate mutating func settle(at now: Timestamp) {
        people.settle(at: now)
        programs.settle(at: now)
        for id in members.keys { members[id]?.settle(at: now) }
        for id in clients.keys { clients[id]?.settle(at: now) }
    }
}

extension HolderState {
    fileprivate mutating func settle(at now: Timestamp) {
        windows.settle(at: now)
        grant = grant(at: now)
        expected.advance(to: now)
        emergencies.advance(to: now)
    }
}

extension TierWindows {
    fileprivate mutating func settle(at now: Timestamp) {
        for tier in Tier.allCases { self[tier].advance(to: now) }
        dormant.advance(to: now)
    }
}
