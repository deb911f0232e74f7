import Sealing
import Synchronization
import Vocabulary

/// A practice's key and what is derived of it again and again.
final class PracticeKeys: Sendable {
    let practice: PracticeKey
    private let indexes = Mutex<[SearchTerm.Field: IndexKey]>([:])

    init(_ practice: PracticeKey) { self.practice = practice }

    /// The index key of a field, derived once.
    func index(_ field: SearchTerm.Field) -> IndexKey {
        indexes.withLock { indexes in
            if let key = indexes[field] { return key }
            let key = practice.indexKey(field: field)
            indexes[field] = key
            return key
        }
    }
}
