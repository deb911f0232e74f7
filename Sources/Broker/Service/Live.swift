import Identity

/// What the broker's lock guards.
final class Live {
    var state: BrokerState
    var refusals = RefusalBook()
    var replay: ReplayWindow
    /// The ledger took an entry that the state could not follow: nothing goes on.
    var isBroken = false

    init(state: BrokerState, replay: ReplayWindow) {
        self.state = state
        self.replay = replay
    }
}
