import BrokerAPI
import Vocabulary

extension Entering {
    /// Lets someone outside in for so many hours, or, with none, no longer. Sessions of before end.
    mutating func grant(_ holder: Holder, _ tiers: Tiers, hours: Int64, in practice: PracticeID) throws {
        guard let state = state.practices[practice]?[holder], (0...GrantState.maximumHours).contains(hours),
            tiers.isEmpty == !state.role.isMembership || hours == 0, state.role == .support || !state.role.isMembership
        else { throw BrokerFailure(.invalid, "grant") }
        let open = state.grant(at: now)
        guard hours > 0 || open != nil else { throw BrokerFailure(.notFound, "grant") }
        endSessions { $0.practice == practice && $0.holder == holder }
        let body = GrantEntry(
            grant: hours > 0 ? ActID.random().description : open?.id ?? "", holder: holder,
            tiers: tiers.intersection(Access.readable(state.role)),
            start: now.milliseconds, end: now.adding(seconds: hours * 3_600).milliseconds)
        try enter(.grant(body), in: practice)
    }
}
