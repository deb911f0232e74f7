import Synchronization

/// What several threads hand over.
final class Collected<Element: Sendable>: Sendable {
    private let values = Mutex<[Element]>([])

    func add(_ value: Element) { values.withLock { $0.append(value) } }

    var all: [Element] { values.withLock { $0 } }
}
