import Vocabulary

/// Counts distinct keys within a sliding hour, day and 30 days, exactly, in amortised constant time an entry.
///
/// Every key stands once, at its latest entry, in a list ordered by time; each window knows the oldest key that it
/// still counts. What it holds is therefore the keys of 30 days, however often they come. Windows are open at their old
/// end, as the broker's are: what lies a whole hour back no longer counts.
struct SlidingDistinct: Sendable {
    private struct Node: Sendable {
        var key: UInt64
        var time: Int64
        /// When the key last began a day of its own.
        var opened: Int64
        var older: Int32
        var newer: Int32
    }

    private static let none: Int32 = -1
    private var nodes: [Node] = []
    private var free: [Int32] = []
    private var places: [UInt64: Int32] = [:]
    private var oldest = none
    private var newest = none
    private var heads = [none, none, none]
    private var now = Int64.min
    /// Keys in each window, in the order of `WindowName`.
    private(set) var counts = [0, 0, 0]
    /// The most there ever were.
    private(set) var highest = [0, 0, 0]

    /// Keys held.
    var held: Int { places.count }

    /// Enters a key; a time before the latest one counts as the latest. Says whether it is an opening: the first of
    /// this key that is not within a day of the one before.
    @discardableResult
    mutating func record(_ key: UInt64, at time: Int64) -> Bool {
        advance(to: time)
        let isOpening = places[key].map { move($0) } ?? append(key)
        for (index, count) in counts.enumerated() where count > highest[index] { highest[index] = count }
        return isOpening
    }

    /// Whether the key was entered within a window that ends now.
    func contains(_ key: UInt64, within window: Int) -> Bool {
        guard let place = places[key] else { return false }
        return isCounted(place, in: window)
    }

    /// Lets time pass.
    mutating func advance(to time: Int64) {
        now = max(now, time)
        for window in heads.indices {
            while heads[window] != Self.none, !isCounted(heads[window], in: window) {
                counts[window] -= 1
                heads[window] = nodes[Int(heads[window])].newer
            }
        }
        while oldest != Self.none, oldest != heads[2] { remove(oldest) }
    }

    /// Takes out the key that was entered longest ago, whatever window counts it.
    mutating func forgetOldest() {
        guard oldest != Self.none else { return }
        leaveHeads(oldest)
        for window in heads.indices where isCounted(oldest, in: window) { counts[window] -= 1 }
        remove(oldest)
    }

    private func isCounted(_ place: Int32, in window: Int) -> Bool {
        nodes[Int(place)].time > now &- Self.lengths[window]
    }

    private static let lengths = WindowName.allCases.map(\.milliseconds)

    private mutating func move(_ place: Int32) -> Bool {
        leaveHeads(place)
        for window in heads.indices where !isCounted(place, in: window) { counts[window] += 1 }
        unlink(place)
        nodes[Int(place)].time = now
        link(place)
        let isOpening = now &- nodes[Int(place)].opened >= WindowName.day.milliseconds
        if isOpening { nodes[Int(place)].opened = now }
        return isOpening
    }

    private mutating func append(_ key: UInt64) -> Bool {
        let node = Node(key: key, time: now, opened: now, older: Self.none, newer: Self.none)
        let place = free.popLast() ?? Int32(truncatingIfNeeded: nodes.count)
        if Int(place) == nodes.count { nodes.append(node) } else { nodes[Int(place)] = node }
        places[key] = place
        for window in counts.indices { counts[window] += 1 }
        link(place)
        return true
    }

    /// Windows that begin with a key begin with the next one instead.
    private mutating func leaveHeads(_ place: Int32) {
        for window in heads.indices where heads[window] == place { heads[window] = nodes[Int(place)].newer }
    }

    private mutating func link(_ place: Int32) {
        nodes[Int(place)].older = newest
        nodes[Int(place)].newer = Self.none
        if newest != Self.none { nodes[Int(newest)].newer = place }
        newest = place
        if oldest == Self.none { oldest = place }
        for window in heads.indices where heads[window] == Self.none { heads[window] = place }
    }

    private mutating func unlink(_ place: Int32) {
        let node = nodes[Int(place)]
        if node.older != Self.none { nodes[Int(node.older)].newer = node.newer } else { oldest = node.newer }
        if node.newer != Self.none { nodes[Int(node.newer)].older = node.older } else { newest = node.older }
    }

    private mutating func remove(_ place: Int32) {
        unlink(place)
        places[nodes[Int(place)].key] = nil
        free.append(place)
    }
}
