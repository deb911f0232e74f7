/// `temporal_ordered`: whether enough of the rules matched one after the other, in the order written, each strictly
/// later.
///
/// For each rule and length it keeps the latest beginning of such a sequence that ends with the rule: the latest is the
/// best, so that one number is enough whatever came.
struct OrderedWindow: SlidingWindow {
    private let span: Int64
    private let needed: Int
    private let slots: Int
    /// By slot and length (from 1): the latest beginning.
    private var begins: [Int64]
    private var last: [Int64]
    /// What came at the last moment is entered only once the moment is over: one moment is not before itself.
    private var fresh: Set<Int> = []
    private var moment = Int64.min

    init(_ shape: WindowShape) {
        (span, needed, slots) = (shape.span, max(1, shape.needed), shape.slots)
        begins = Array(repeating: .min, count: shape.slots * max(1, shape.needed))
        last = Array(repeating: .min, count: shape.slots)
    }

    var weight: Int { last.reduce(0) { $0 + ($1 == .min ? 0 : 1) } }

    mutating func add(_ input: CorrelationInput) {
        if input.time != moment { settle() }
        moment = input.time
        fresh.insert(Int(input.slot))
        last[Int(input.slot)] = input.time
    }

    /// Enters what the last moment brought.
    private mutating func settle() {
        var after = begins
        for slot in fresh { enter(slot, into: &after) }
        (begins, fresh) = (after, [])
    }

    private func enter(_ slot: Int, into begins: inout [Int64]) {
        begins[slot * needed] = moment
        guard needed > 1 else { return }
        for length in 1..<needed {
            let best = (0..<slot).map { self.begins[$0 * needed + length - 1] }.max() ?? .min
            begins[slot * needed + length] = max(begins[slot * needed + length], best)
        }
    }

    /// How many different rules matched, if enough of them did in order; nil otherwise.
    mutating func measure(at now: Int64) -> Double? {
        var after = begins
        for slot in fresh { enter(slot, into: &after) }
        let isThere = (0..<slots).contains { after[$0 * needed + needed - 1] >= now - span }
        return isThere ? Double(last.reduce(0) { $0 + ($1 >= now - span ? 1 : 0) }) : nil
    }
}
