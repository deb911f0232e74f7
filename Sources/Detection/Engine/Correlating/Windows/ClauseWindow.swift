/// An expression over rules: clauses of rules that must be there and rules that must not.
///
/// What must only be there is looked for in the time before; where something must be absent, in the time after each
/// match that must be there, once that time is over. The measure is 1 when it holds.
struct ClauseWindow: SlidingWindow {
    private static let most = 4_096
    private let shape: WindowShape
    private var times: [Ring<Int64>]
    /// Moments, one span after a match of a rule that must be there, at which absence is certain.
    private var due = Ring<Int64>()
    private let waits: Set<Int>

    init(_ shape: WindowShape) {
        self.shape = shape
        times = Array(repeating: Ring(), count: shape.slots)
        waits = shape.clauses.reduce(into: []) { if !$1.absent.isEmpty { $0.formUnion($1.present) } }
    }

    var weight: Int { times.reduce(0) { $0 + $1.count } }
    var alarm: Int64? { due.first }

    mutating func add(_ input: CorrelationInput) {
        let slot = Int(input.slot)
        guard times[slot].last != input.time else { return }
        if times[slot].count >= ClauseWindow.most { times[slot].popFirst() }
        times[slot].append(input.time)
        if waits.contains(slot), due.last != input.time + shape.span { due.append(input.time + shape.span) }
    }

    mutating func measure(at now: Int64) -> Double? {
        let isDue = due.first == now
        while let first = due.first, first <= now { due.popFirst() }
        for slot in times.indices {
            while let first = times[slot].first, first < now - shape.span { times[slot].popFirst() }
        }
        let isNews = times.contains { $0.last == now }
        let holds = shape.clauses.contains { clause in
            let isTime =
                clause.absent.isEmpty
                ? isNews : isDue && clause.present.contains { times[$0].first == now - shape.span }
            return isTime && isFulfilled(clause)
        }
        return holds ? 1 : nil
    }

    private func isFulfilled(_ clause: WindowShape.Clause) -> Bool {
        guard clause.absent.allSatisfy({ times[$0].isEmpty }) else { return false }
        guard shape.isOrdered else { return clause.present.allSatisfy { !times[$0].isEmpty } }
        var before = Int64.min
        for slot in clause.present.sorted() {
            guard let next = (0..<times[slot].count).map({ times[slot][$0] }).first(where: { $0 > before }) else {
                return false
            }
            before = next
        }
        return true
    }
}
