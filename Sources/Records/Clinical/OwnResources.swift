import Synchronization

/// The practice's own resources as one request has opened them, by the types that its searches look through.
final class OwnResources: Sendable {
    private let sets = Mutex<[[String]?: SearchedSet]>([:])

    subscript(types: [String]?) -> SearchedSet? {
        get { sets.withLock { $0[types] } }
        set { sets.withLock { $0[types] = newValue } }
    }
}
