/// Puts accesses into the order of time, when none comes later than a bound behind the newest: a heap.
///
/// It holds at most `capacity`; beyond that the oldest leaves early, and what comes behind it is late.
struct AccessQueue: Sendable {
    private var heap: [Access] = []
    private var newest = Int64.min
    private var passed = Int64.min
    private let lateness: Int64
    private let capacity: Int
    /// Accesses that came too late and were moved to the moment that had been reached.
    private(set) var late = 0

    init(lateness: Int64, capacity: Int) { (self.lateness, self.capacity) = (lateness, max(1, capacity)) }

    /// Takes an access.
    mutating func push(_ access: Access) {
        var access = access
        if access.time < passed {
            late += 1
            access.time = passed
        }
        newest = max(newest, access.time)
        heap.append(access)
        rise()
    }

    /// The oldest, once nothing older is awaited; with `all`, whatever is left.
    mutating func pop(all: Bool = false) -> Access? {
        guard let first = heap.first else { return nil }
        guard all || heap.count > capacity || first.time <= newest &- lateness else { return nil }
        let last = heap.removeLast()
        if !heap.isEmpty {
            heap[0] = last
            sink()
        }
        passed = max(passed, first.time)
        return first
    }

    private mutating func rise() {
        var place = heap.count - 1
        while place > 0 {
            let parent = (place - 1) / 2
            guard heap[place].time < heap[parent].time else { return }
            heap.swapAt(place, parent)
            place = parent
        }
    }

    private mutating func sink() {
        var place = 0
        while true {
            let left = 2 * place + 1
            guard left < heap.count else { return }
            let right = left + 1
            let child = right < heap.count && heap[right].time < heap[left].time ? right : left
            guard heap[child].time < heap[place].time else { return }
            heap.swapAt(place, child)
            place = child
        }
    }
}
