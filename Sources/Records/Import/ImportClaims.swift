import Store
import Synchronization

/// The entries that imports are storing right now, by the index tokens of their hashes: whatever is sent twice at once, as by a
/// client that was cut off and began again, is stored by one of them only.
final class ImportClaims: Sendable {
    private let held = Mutex<Set<RowToken>>([])

    /// Takes all or none; false when another import holds one of them.
    func take(_ tokens: Set<RowToken>) -> Bool {
        held.withLock { held in
            guard held.isDisjoint(with: tokens) else { return false }
            held.formUnion(tokens)
            return true
        }
    }

    /// Gives them back.
    func leave(_ tokens: Set<RowToken>) { held.withLock { $0.subtract(tokens) } }
}
