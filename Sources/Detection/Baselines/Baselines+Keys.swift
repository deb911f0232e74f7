import Vocabulary

extension Baselines {
    /// The group's key, or that of all groups together when there are too many.
    func peerKey(_ peer: String, _ measure: String) -> BaselineKey {
        let key = BaselineKey(name: peer, measure: measure)
        return peers[key] != nil || peers.count < options.maximumPeers ? key : BaselineKey(name: "", measure: "")
    }

    /// Puts a state where it belongs; a new one that finds no room takes that of the one that came last.
    mutating func keep(_ state: AccountBaseline, _ key: BaselineKey) {
        if known[key] != nil { return known[key] = state }
        if state.activeDays >= Self.daysToBeKnown, known.count < options.maximumKnown {
            known[key] = state
            new[key] = nil
            return
        }
        if new[key] == nil {
            while new.count >= options.maximumNew, let last = newOrder.popLast() { new[last] = nil }
            newOrder.append(key)
        }
        new[key] = state
    }

    /// Forgets known accounts that were not seen for 60 days, and new ones that were not for 7.
    mutating func sweep(_ day: Int) {
        known = known.filter { $0.value.ring.latest > day - DayRing.days }
        new = new.filter { $0.value.ring.latest > day - 7 }
        newOrder = newOrder.filter { new[$0] != nil }
    }
}
