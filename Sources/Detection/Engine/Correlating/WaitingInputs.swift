/// Matches that wait until no earlier one can come. Most come in order: these stand in a queue, the others in a heap.
struct WaitingInputs: Sendable {
    private var queue = Ring<CorrelationInput>()
    private var heap = Heap<CorrelationInput>()

    var count: Int { queue.count + heap.count }

    mutating func add(_ input: CorrelationInput) {
        if let last = queue.last, last.time > input.time { heap.push(input.time, input) } else { queue.append(input) }
    }

    /// The earliest moment.
    var first: Int64? {
        switch (queue.first?.time, heap.first?.time) {
        case (let a?, let b?): min(a, b)
        case (let a, let b): a ?? b
        }
    }

    /// Takes one of a moment; nil when none is left of it.
    mutating func take(at time: Int64) -> CorrelationInput? {
        if let input = queue.first, input.time == time { return queue.popFirst() }
        if let top = heap.first, top.time == time { return heap.pop()?.item }
        return nil
    }
}
