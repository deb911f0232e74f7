import Synchronization

/// The practice's own resources as one request has opened them, by the types that its searches look through: the last few sets,
/// since each has copies.
final class OwnResources: Sendable {
    static let maximumSets = 4
    private let sets = Mutex<[(types: [String], set: SearchedSet)]>([])

    subscript(types: [String]) -> SearchedSet? {
        sets.withLock { sets in sets.first { $0.types == types }?.set }
    }

    /// Keeps a set, instead of the oldest when there are too many.
    func keep(_ set: SearchedSet, of types: [String]) {
        sets.withLock { sets in
            if sets.count == OwnResources.maximumSets { sets.removeFirst() }
            sets.append((types, set))
        }
    }

    func forget() { sets.withLock { $0 = [] } }
}
