/// `temporal`: how many different rules matched, in whatever order.
struct TemporalWindow: SlidingWindow {
    private let span: Int64
    private var last: [Int64]

    init(_ shape: WindowShape) {
        span = shape.span
        last = Array(repeating: .min, count: shape.slots)
    }

    var weight: Int { last.reduce(0) { $0 + ($1 == .min ? 0 : 1) } }

    mutating func add(_ input: CorrelationInput) { last[Int(input.slot)] = input.time }

    mutating func measure(at now: Int64) -> Double? {
        let count = last.reduce(0) { $0 + ($1 >= now - span ? 1 : 0) }
        return count == 0 ? nil : Double(count)
    }
}
