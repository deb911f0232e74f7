/// `value_sum` and `value_avg`: numbers added up, those of one moment joined in one item.
struct SumWindow: SlidingWindow {
    private let span: Int64
    private let isAverage: Bool
    private var items = Ring<(time: Int64, sum: Double, count: Int)>()
    private var sum = 0.0
    private var count = 0
    private var taken = 0

    init(_ shape: WindowShape) { (span, isAverage) = (shape.span, shape.isAverage) }

    var weight: Int { count }

    mutating func add(_ input: CorrelationInput) {
        guard input.number.isFinite else { return }
        count += 1
        sum += input.number
        if let last = items.last, last.time == input.time {
            items[items.count - 1] = (last.time, last.sum + input.number, last.count + 1)
        } else {
            if items.count >= 65_536 { join() }
            items.append((input.time, input.number, 1))
        }
    }

    mutating func measure(at now: Int64) -> Double? {
        while let first = items.first, first.time < now - span {
            sum -= first.sum
            count -= first.count
            taken += 1
            items.popFirst()
        }
        // What taking away leaves of rounding is thrown out now and then, at a cost that does not show.
        if taken > items.count + 64 { recount() }
        return count == 0 ? nil : isAverage ? sum / Double(count) : sum
    }

    private mutating func recount() {
        taken = 0
        sum = (0..<items.count).reduce(0) { $0 + items[$1].sum }
    }

    private mutating func join() {
        var joined: [(time: Int64, sum: Double, count: Int)] = []
        let half = items.count / 2 & ~1
        for place in stride(from: 0, to: half, by: 2) {
            let (a, b) = (items[place], items[place + 1])
            joined.append((b.time, a.sum + b.sum, a.count + b.count))
        }
        for place in half..<items.count { joined.append(items[place]) }
        items.replace(with: joined)
    }
}
