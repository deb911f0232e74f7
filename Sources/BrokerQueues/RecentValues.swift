import Synchronization

/// The most recent values in memory: two generations, the older dropped when the newer is full.
package final class RecentValues<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Generations {
        var young: [Key: Value] = [:]
        var old: [Key: Value] = [:]
    }

    private let generations = Mutex(Generations())
    private let capacity: Int

    /// Holds at most `capacity` values.
    package init(capacity: Int) { self.capacity = capacity }

    package subscript(key: Key) -> Value? {
        get { generations.withLock { $0.young[key] ?? $0.old[key] } }
        set {
            generations.withLock { generations in
                guard let newValue else {
                    generations.young[key] = nil
                    generations.old[key] = nil
                    return
                }
                if generations.young.count >= capacity / 2 {
                    generations.old = generations.young
                    generations.young = [:]
                }
                generations.young[key] = newValue
            }
        }
    }
}
