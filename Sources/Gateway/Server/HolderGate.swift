import Synchronization
import Vocabulary

/// Counts what each holder has under way and lets none have more than allowed, so that nobody takes the places of others.
final class HolderGate: Sendable {
    private let limit: Int
    private let counts = Mutex<[Holder: Int]>([:])

    init(limit: Int) { self.limit = limit }

    /// Takes a place of the holder's. Throws 429 when it has none left; otherwise ``leave(_:)`` gives it back.
    func enter(_ holder: Holder) throws(HTTPRefusal) {
        let isAdmitted = counts.withLock { counts in
            guard counts[holder, default: 0] < limit else { return false }
            counts[holder, default: 0] += 1
            return true
        }
        guard isAdmitted else { throw .tooManyRequests }
    }

    func leave(_ holder: Holder) {
        counts.withLock { counts in
            let count = counts[holder, default: 1] - 1
            counts[holder] = count == 0 ? nil : count
        }
    }
}
