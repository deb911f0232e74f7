/// `value_count`: how many different values; exactly up to a number, then estimated by a ``DistinctSketch``.
///
/// Beside the sketch values are gathered anew: once those go back for a whole window the count is exact again.
struct DistinctWindow: SlidingWindow {
    private let span: Int64
    private let exact: Int
    /// When each value came last.
    private var last: [UInt64: Int64] = [:]
    /// Values in the order of time; an item that ``last`` contradicts is stale.
    private var order = Ring<(time: Int64, value: UInt64)>()
    private var sketch: DistinctSketch?
    /// The values gathered are all that came at this moment or later.
    private var since = Int64.min

    init(_ shape: WindowShape) { (span, exact) = (shape.span, shape.exactDistinct) }

    var weight: Int { max(last.count, sketch == nil ? 0 : exact) }

    mutating func add(_ input: CorrelationInput) {
        guard !input.number.isNaN else { return }
        sketch?.add(input.value, at: input.time)
        guard input.time >= since else { return }
        if last.updateValue(input.time, forKey: input.value) == input.time { return }
        order.append((input.time, input.value))
        if order.count > 2 * last.count + 1_024 { forgetStale() }
        if last.count > exact { expire(input.time) }
        if last.count > exact { estimate(input.time) }
    }

    mutating func measure(at now: Int64) -> Double? {
        expire(now)
        if since <= now - span { sketch = nil }
        return sketch?.count(since: now - span) ?? Double(last.count)
    }

    private mutating func expire(_ now: Int64) {
        while let first = order.first, first.time < now - span {
            if last[first.value] == first.time { last[first.value] = nil }
            order.popFirst()
        }
    }

    private mutating func forgetStale() {
        let fresh = (0..<order.count).map { order[$0] }.filter { last[$0.value] == $0.time }
        order.replace(with: fresh)
    }

    /// Goes on with a sketch, and gathers from the next moment on.
    private mutating func estimate(_ now: Int64) {
        if sketch == nil {
            var sketch = DistinctSketch(span: span)
            for place in 0..<order.count where last[order[place].value] == order[place].time {
                sketch.add(order[place].value, at: order[place].time)
            }
            self.sketch = sketch
        }
        (last, order, since) = ([:], Ring(), now + 1)
    }
}
