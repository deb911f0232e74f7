/// A bounded table in which what is new never displaces what is known: a flood of new keys displaces its own.
struct KnownFirst<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private let maximumKnown: Int
    private let maximumNew: Int
    private(set) var known: [Key: Value] = [:]
    private(set) var new: [Key: Value] = [:]
    /// The keys of ``new`` in the order they came; some may have left.
    private var order: [Key] = []

    init(maximumKnown: Int, maximumNew: Int) { (self.maximumKnown, self.maximumNew) = (maximumKnown, maximumNew) }

    subscript(key: Key) -> Value? { known[key] ?? new[key] }

    /// The keys of ``new``, the oldest first.
    var newKeys: [Key] {
        var told: Set<Key> = []
        return order.filter { new[$0] != nil && told.insert($0).inserted }
    }

    /// Whether one that is not there yet would displace nothing.
    func hasRoom(isKnown: Bool) -> Bool { isKnown && known.count < maximumKnown || new.count < maximumNew }

    /// Puts a value where it belongs; a new one that finds no room takes that of the one that came last.
    mutating func keep(_ value: Value, _ key: Key, isKnown: Bool) {
        if known[key] != nil { return known[key] = value }
        if isKnown, known.count < maximumKnown {
            known[key] = value
            new[key] = nil
            return
        }
        if new[key] == nil {
            while new.count >= maximumNew, let last = order.popLast() { new[last] = nil }
            order.append(key)
        }
        new[key] = value
    }

    /// Forgets what is over.
    mutating func sweep(known isKept: (Value) -> Bool, new isNewKept: (Value) -> Bool) {
        known = known.filter { isKept($0.value) }
        new = new.filter { isNewKept($0.value) }
        order = newKeys
    }
}
