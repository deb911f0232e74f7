import Vocabulary

/// The broker's time as a gateway follows it: what the broker said at the start, plus what has passed since.
struct BrokerTimeClock: WallClock {
    private let base: Timestamp
    private let start = ContinuousClock.now

    init(_ base: Timestamp) { self.base = base }

    func now() -> Timestamp {
        let passed = ContinuousClock.now - start
        return base.adding(
            milliseconds: passed.components.seconds * 1_000 + passed.components.attoseconds / 1_000_000_000_000_000)
    }
}
