import Dispatch
import GRDB
import Synchronization
import Vocabulary

/// The practices' files that are open: at most `limit` idle ones, the least recently used closed first, never one in
/// use.
final class OpenFiles: Sendable {
    private struct Slot {
        let file: PracticeFile
        var users = 0
        var lastUse: UInt64 = 0
    }

    private struct State {
        var slots: [PracticeID: Slot] = [:]
        var clock: UInt64 = 0
        var isClosed = false
    }

    private let directory: String
    private let limit: Int
    private let maximumBytes: Int
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "colloque.store.files")

    init(directory: String, limit: Int, maximumBytes: Int) {
        self.directory = directory
        self.limit = limit
        self.maximumBytes = maximumBytes
    }

    /// How many files are open or being opened.
    var count: Int { state.withLock { $0.slots.count } }

    /// Lends a practice's open file; lends nothing when there is none and `create` is false.
    func with<T>(
        _ practice: PracticeID, create: Bool, _ body: (DatabasePool) async throws -> T
    ) async throws -> T? {
        let file = try acquire(practice)
        defer { release(file) }
        guard let pool = try await open(file, create: create) else { return nil }
        return try await body(pool)
    }

    /// Ends all: idle files now, those in use when they are released.
    func close() async {
        let idle = state.withLock { state in
            state.isClosed = true
            let idle = state.slots.values.filter { $0.users == 0 }.map(\.file)
            for file in idle { state.slots[file.practice] = nil }
            return idle
        }
        await withCheckedContinuation { done in
            queue.async {
                for file in idle { file.close() }
                done.resume()
            }
        }
    }

    private func open(_ file: PracticeFile, create: Bool) async throws -> DatabasePool? {
        if let opened = file.opened { return opened }
        return try await withCheckedThrowingContinuation { done in
            queue.async { done.resume(with: Result { try file.open(create: create) }) }
        }
    }

    private func acquire(_ practice: PracticeID) throws -> PracticeFile {
        try state.withLock { state in
            guard !state.isClosed else { throw StoreError(.closed, practice: practice) }
            state.clock += 1
            var slot =
                state.slots[practice]
                ?? Slot(file: PracticeFile(practice: practice, directory: directory, maximumBytes: maximumBytes))
            slot.users += 1
            slot.lastUse = state.clock
            state.slots[practice] = slot
            return slot.file
        }
    }

    private func release(_ file: PracticeFile) {
        let closing = state.withLock { state -> PracticeFile? in
            state.slots[file.practice]?.users -= 1
            return evict(&state, released: file)
        }
        guard let closing else { return }
        queue.async { closing.close() }
    }

    /// Takes out the released file if it was never opened or the store is closed, else the oldest idle one beyond the
    /// limit.
    private func evict(_ state: inout State, released file: PracticeFile) -> PracticeFile? {
        let isIdle = state.slots[file.practice]?.users == 0
        if isIdle, state.isClosed || file.opened == nil {
            return state.slots.removeValue(forKey: file.practice)?.file
        }
        guard state.slots.count > limit else { return nil }
        let oldest = state.slots.filter { $0.value.users == 0 }.min { $0.value.lastUse < $1.value.lastUse }
        return oldest.flatMap { state.slots.removeValue(forKey: $0.key)?.file }
    }
}
